-- Staging a large roster is bound by what H2 writes a row: every index and every foreign key (which brings an index) is
-- one entry more, and an index in another order than the rows is written anew with every commit.

-- H2 writes a sequence's state, and with it all that is open, whenever the keys that it keeps in memory are used up: after
-- 32 unless told otherwise.
ALTER TABLE problem ALTER COLUMN id SET CACHE 10000;
ALTER TABLE effect ALTER COLUMN id SET CACHE 10000;

-- What rows ask for, each different wish once: millions of memberships share a few of them. The key is run_id * 2^32 + n.
-- A wish may stand here twice. target_id is the site's id of the cohort or course, once it is known.
CREATE TABLE wish (
    wish_id     BIGINT PRIMARY KEY,
    run_id      BIGINT       NOT NULL,
    kind        VARCHAR(6)   NOT NULL,
    name        VARCHAR(255) NOT NULL,
    name_key    VARCHAR(255) NOT NULL,
    role        VARCHAR(255),
    group_name  VARCHAR(255),
    period_days INT,
    starts_at   VARCHAR(30),
    suspended   BOOLEAN,
    target_id   BIGINT
);
CREATE INDEX wish_by_name ON wish (run_id, kind, name_key);

INSERT INTO wish (wish_id, run_id, kind, name, name_key, role, period_days, starts_at, suspended, target_id)
SELECT m.run_id * 4294967296 + ROW_NUMBER() OVER (PARTITION BY m.run_id ORDER BY m.first), m.run_id, m.kind, m.name,
       m.name_key, m.role, m.period_days, m.starts_at, m.suspended,
       (SELECT t.target_id FROM target t
        WHERE t.run_id = m.run_id AND t.kind = m.kind AND t.name_key = m.name_key)
FROM (SELECT run_id, kind, name, name_key, role, period_days, starts_at, suspended, MIN(id) AS first FROM membership
      GROUP BY run_id, kind, name, name_key, role, period_days, starts_at, suspended) m;

-- One cohort or course that a row asks for. The id is row_id * 2^10 + n: the memberships of a row stand together.
CREATE TABLE row_membership (
    id            BIGINT PRIMARY KEY,
    row_id        BIGINT      NOT NULL,
    person_row_id BIGINT      NOT NULL,
    wish_id       BIGINT      NOT NULL,
    kind          VARCHAR(6)  NOT NULL,
    slot          INT         NOT NULL,
    state         VARCHAR(10) NOT NULL,
    first_id      BIGINT,
    old_id        BIGINT
);
INSERT INTO row_membership (id, row_id, person_row_id, wish_id, kind, slot, state, first_id, old_id)
SELECT m.row_id * 1024 + ROW_NUMBER() OVER (PARTITION BY m.row_id ORDER BY m.id) - 1, m.row_id, m.person_row_id, w.wish_id,
       m.kind, m.slot, m.state, m.first_id, m.id
FROM membership m JOIN wish w ON w.run_id = m.run_id AND w.kind = m.kind AND w.name = m.name
     AND w.role IS NOT DISTINCT FROM m.role AND w.period_days IS NOT DISTINCT FROM m.period_days
     AND w.starts_at IS NOT DISTINCT FROM m.starts_at AND w.suspended IS NOT DISTINCT FROM m.suspended;
CREATE INDEX row_membership_by_old_id ON row_membership (old_id);
UPDATE row_membership m SET first_id = (SELECT f.id FROM row_membership f WHERE f.old_id = m.first_id)
WHERE first_id IS NOT NULL;

-- A problem's membership is no key of another table any more: problems are taken away with their run.
CREATE TABLE row_problem AS SELECT p.id, (SELECT m.id FROM row_membership m WHERE m.old_id = p.membership_id) AS membership_id
FROM problem p WHERE p.membership_id IS NOT NULL;
ALTER TABLE problem DROP COLUMN membership_id;
ALTER TABLE problem ADD COLUMN membership_id BIGINT;
UPDATE problem p SET membership_id = (SELECT n.membership_id FROM row_problem n WHERE n.id = p.id)
WHERE p.id IN (SELECT id FROM row_problem);
DROP TABLE row_problem;
UPDATE effect e SET membership_id = (SELECT m.id FROM row_membership m WHERE m.old_id = e.membership_id)
WHERE membership_id IS NOT NULL;

DROP TABLE membership;
DROP TABLE target;
DROP INDEX row_membership_by_old_id;
ALTER TABLE row_membership DROP COLUMN old_id;
ALTER TABLE row_membership RENAME TO membership;

-- What a row holds, without the foreign keys, which the keys of the rows tell anyway; and rows without their run's.
CREATE TABLE staged_row AS SELECT * FROM roster_row;
CREATE TABLE staged_content AS SELECT * FROM row_content;
CREATE TABLE staged_password AS SELECT * FROM row_password;
DROP TABLE row_password;
DROP TABLE row_content;
DROP TABLE roster_row;
CREATE TABLE roster_row (
    id            BIGINT PRIMARY KEY,
    run_id        BIGINT      NOT NULL,
    row_no        INT         NOT NULL,
    state         VARCHAR(10) NOT NULL,
    username_key  VARCHAR(255),
    email_key     VARCHAR(255),
    account_id    BIGINT,
    person_row_id BIGINT,
    person_hash   BIGINT
);
CREATE TABLE row_content (
    row_id BIGINT PRIMARY KEY,
    cells  VARCHAR(1000000) NOT NULL,
    person VARCHAR(1000000) NOT NULL
);
CREATE TABLE row_password (
    row_id   BIGINT PRIMARY KEY,
    password VARCHAR(1000000) NOT NULL
);
INSERT INTO roster_row (id, run_id, row_no, state, username_key, email_key, account_id, person_row_id, person_hash)
SELECT id, run_id, row_no, state, username_key, email_key, account_id, person_row_id, person_hash FROM staged_row;
INSERT INTO row_content SELECT row_id, cells, person FROM staged_content;
INSERT INTO row_password SELECT row_id, password FROM staged_password;
DROP TABLE staged_row;
DROP TABLE staged_content;
DROP TABLE staged_password;
