-- A run that ends with its plan, until it is applied: what it would do (JSON, a count by action), and the settings that it
-- depends on (JSON, by name).
ALTER TABLE run ADD COLUMN plan VARCHAR(1000000);
ALTER TABLE run ADD COLUMN plan_settings VARCHAR(1000000);
ALTER TABLE run ADD COLUMN planned_at TIMESTAMP WITH TIME ZONE;
