-- The cohorts and courses that the snapshot of a run is of: who is there and not in the roster leaves them.
CREATE TABLE leaver_scope (
    run_id    BIGINT       NOT NULL,
    kind      VARCHAR(6)   NOT NULL,
    target_id BIGINT       NOT NULL,
    name      VARCHAR(255) NOT NULL,
    action    VARCHAR(20)  NOT NULL,
    members   BIGINT       NOT NULL,
    PRIMARY KEY (run_id, kind, target_id)
);

-- Who leaves, and what is done with them. The id is run_id * 2^32 + n. standing is what is known of an enrolment that ends
-- or is suspended (JSON), or null.
CREATE TABLE leaver (
    id         BIGINT PRIMARY KEY,
    kind       VARCHAR(6)       NOT NULL,
    target_id  BIGINT           NOT NULL,
    name       VARCHAR(255)     NOT NULL,
    account_id BIGINT           NOT NULL,
    username   VARCHAR(255),
    fullname   VARCHAR(1000),
    action     VARCHAR(20)      NOT NULL,
    state      VARCHAR(10)      NOT NULL,
    reason     VARCHAR(1000000) NOT NULL,
    standing   VARCHAR(1000000)
);

-- Which thresholds a plan passed, so that it waits for somebody's approval (JSON, a list), and who gave it, when and why.
ALTER TABLE run ADD COLUMN holds VARCHAR(1000000);
ALTER TABLE run ADD COLUMN approved_by VARCHAR(255);
ALTER TABLE run ADD COLUMN approved_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE run ADD COLUMN approval VARCHAR(1000000);

ALTER TABLE effect ALTER COLUMN kind SET DATA TYPE VARCHAR(40);
