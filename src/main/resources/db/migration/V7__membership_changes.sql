-- Moodle tells no dates of an enrolment: those that were set last are known from the effects on it.
CREATE INDEX effect_of_account ON effect (account_id, target_id);

-- What is known of an enrolment that stands on the site already and is to be changed (JSON), or null.
ALTER TABLE membership ADD COLUMN standing VARCHAR(1000000);
