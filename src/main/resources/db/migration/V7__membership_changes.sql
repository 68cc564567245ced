-- Moodle tells no dates of an enrolment: those that were set last are known from the effects on it.
CREATE INDEX effect_of_account ON effect (account_id, target_id);

-- What is known of an enrolment that stands on the site already and is to be changed (JSON), or null.
ALTER TABLE membership ADD COLUMN standing VARCHAR(1000000);

-- The site's id of a wish's group, once it is known; and what became of a membership's group (as state), or null.
ALTER TABLE wish ADD COLUMN group_id BIGINT;
ALTER TABLE membership ADD COLUMN group_state VARCHAR(10);
