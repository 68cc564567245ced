-- What a run changes of accounts that are there, and whether new ones are to be suspended: planned when the site was asked
-- who is there, with what stood there then. A row may have one entry a phase. The account's id is null until the account
-- was created. The actions are separated by commas; the changes are a list of column, before and after (JSON), in which a
-- password stands as a flag only.
CREATE TABLE account_change (
    row_id     BIGINT           NOT NULL,
    phase      VARCHAR(10)      NOT NULL,
    account_id BIGINT,
    actions    VARCHAR(100)     NOT NULL,
    changes    VARCHAR(1000000) NOT NULL,
    state      VARCHAR(10)      NOT NULL,
    PRIMARY KEY (row_id, phase)
);

-- What stands on the site since an effect, by column (JSON), as before_json is what stood there.
ALTER TABLE effect ADD COLUMN after_json VARCHAR(1000000);
