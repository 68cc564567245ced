-- What was found out about the roster's file when it was opened: format, character set, delimiter, sheet, notes (JSON).
ALTER TABLE run ADD COLUMN file VARCHAR(1000000);
