-- What a run came to, as in its summary.json, written whenever its reports are.
ALTER TABLE run ADD COLUMN summary VARCHAR(1000000);
