-- Since when the personal data of a run is out of the ledger, and whether some of it is still left: a purge that was
-- killed goes on.
ALTER TABLE run ADD COLUMN purged_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE run ADD COLUMN purge_open BOOLEAN DEFAULT FALSE NOT NULL;
