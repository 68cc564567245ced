-- Where a roster may repeat people (rollcall.roster.repeated-people): the row that stands for this row's person, or null
-- where that is this row itself; and a number made of what the row says of the person, null where the row is faulty.
-- Rows of one person with the same number say the same; it is odd where the row gives a password, which is not in it.
ALTER TABLE roster_row ADD COLUMN person_row_id BIGINT;
ALTER TABLE roster_row ADD COLUMN person_hash BIGINT;

-- Both hold all that is asked when rows are compared, which is then done along the index alone.
DROP INDEX row_by_username;
DROP INDEX row_by_email;
CREATE INDEX row_by_username ON roster_row (run_id, username_key, row_no, person_hash);
CREATE INDEX row_by_email ON roster_row (run_id, email_key, row_no, username_key);

-- The row that stands for the person of a membership; it has the account.
ALTER TABLE membership ADD COLUMN person_row_id BIGINT;
UPDATE membership SET person_row_id = row_id;
ALTER TABLE membership ALTER COLUMN person_row_id SET NOT NULL;

-- The person's earlier membership that asks for the same, or null where there is none.
ALTER TABLE membership ADD COLUMN first_id BIGINT;
