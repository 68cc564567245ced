-- Where a roster may repeat people (rollcall.roster.repeated-people): the row that stands for this row's person, or null
-- where that is this row itself.
ALTER TABLE roster_row ADD COLUMN person_row_id BIGINT;

-- The row that stands for the person of a membership; it has the account.
ALTER TABLE membership ADD COLUMN person_row_id BIGINT;
UPDATE membership SET person_row_id = row_id;
ALTER TABLE membership ALTER COLUMN person_row_id SET NOT NULL;

-- The person's earlier membership that asks for the same, or null where there is none.
ALTER TABLE membership ADD COLUMN first_id BIGINT;
