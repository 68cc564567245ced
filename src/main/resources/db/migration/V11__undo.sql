-- The run that another one takes back.
ALTER TABLE run ADD COLUMN undoes BIGINT;
-- Some kinds of effects have longer names than the first had.
ALTER TABLE effect ALTER COLUMN kind SET DATA TYPE VARCHAR(40);

-- One thing that a run takes back of an earlier one: a membership, or one column of an account. found is how the earlier
-- run left it, and restored how it stood before; null where that is not known, or where there is nothing to say. The key
-- is run_id * 2^32 + action * 2^27 + n, so that what is done in one step stands together.
CREATE TABLE undo_item (
    id          BIGINT PRIMARY KEY,
    run_id      BIGINT      NOT NULL,
    effect_id   BIGINT      NOT NULL,
    action      VARCHAR(30) NOT NULL,
    account_id  BIGINT,
    target_id   BIGINT,
    username    VARCHAR(255),
    name        VARCHAR(1000),
    column_name VARCHAR(1000),
    found       VARCHAR(1000000),
    restored    VARCHAR(1000000),
    state       VARCHAR(10) NOT NULL,
    reason      VARCHAR(1000000)
);
