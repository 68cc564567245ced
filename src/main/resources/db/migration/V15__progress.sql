-- A report of who got how far, and what was asked for. Its run has the mode progress. All that was found goes when the
-- report is written. Times are Unix seconds.
CREATE TABLE progress_report (
    run_id   BIGINT PRIMARY KEY REFERENCES run ON DELETE CASCADE,
    question VARCHAR(1000000) NOT NULL
);

-- What a reader of the report has to know: what the site does not tell, and the like.
CREATE TABLE progress_note (
    run_id   BIGINT        NOT NULL REFERENCES progress_report ON DELETE CASCADE,
    sentence VARCHAR(2000) NOT NULL,
    PRIMARY KEY (run_id, sentence)
);

-- Somebody whom the report is about. The id is run_id * 2^32 and a number.
CREATE TABLE progress_person (
    id          BIGINT PRIMARY KEY,
    account_id  BIGINT      NOT NULL,
    username    VARCHAR(255),
    fullname    VARCHAR(1000),
    email       VARCHAR(255),
    idnumber    VARCHAR(255),
    account     VARCHAR(10) NOT NULL,
    last_access BIGINT,
    access_told BOOLEAN     NOT NULL,
    asked       VARCHAR(10) NOT NULL
);

CREATE TABLE progress_course (
    run_id         BIGINT        NOT NULL REFERENCES progress_report ON DELETE CASCADE,
    course_id      BIGINT        NOT NULL,
    place          INT           NOT NULL,
    shortname      VARCHAR(255)  NOT NULL,
    fullname       VARCHAR(1333) NOT NULL,
    tracks         BOOLEAN,
    has_conditions BOOLEAN,
    asked          VARCHAR(10)   NOT NULL,
    PRIMARY KEY (run_id, course_id)
);

-- How somebody stands in a course.
CREATE TABLE progress_standing (
    person_id    BIGINT      NOT NULL,
    course_id    BIGINT      NOT NULL,
    enrolment    VARCHAR(10) NOT NULL,
    roles        VARCHAR(1000),
    last_access  BIGINT,
    access_told  BOOLEAN     NOT NULL,
    tracked      BOOLEAN,
    completed    BOOLEAN,
    completed_at BIGINT,
    progress     DOUBLE PRECISION,
    activities   VARCHAR(10) NOT NULL,
    grades       VARCHAR(10) NOT NULL,
    PRIMARY KEY (person_id, course_id)
);

-- An activity that has completion switched on, and who did it; who did not has no entry.
CREATE TABLE progress_activity (
    run_id    BIGINT        NOT NULL REFERENCES progress_report ON DELETE CASCADE,
    course_id BIGINT        NOT NULL,
    cm_id     BIGINT        NOT NULL,
    place     INT           NOT NULL,
    module    VARCHAR(100)  NOT NULL,
    name      VARCHAR(1333),
    PRIMARY KEY (run_id, course_id, cm_id)
);
CREATE TABLE progress_activity_state (
    person_id    BIGINT      NOT NULL,
    cm_id        BIGINT      NOT NULL,
    state        VARCHAR(25) NOT NULL,
    completed_at BIGINT,
    PRIMARY KEY (person_id, cm_id)
);

-- What there are grades for, the course as a whole among it, and who has one; who has none has no entry.
CREATE TABLE progress_item (
    run_id    BIGINT       NOT NULL REFERENCES progress_report ON DELETE CASCADE,
    course_id BIGINT       NOT NULL,
    item      VARCHAR(40)  NOT NULL,
    place     INT          NOT NULL,
    name      VARCHAR(1333),
    kind      VARCHAR(20)  NOT NULL,
    cm_id     BIGINT,
    highest   DOUBLE PRECISION,
    PRIMARY KEY (run_id, course_id, item)
);
CREATE TABLE progress_grade (
    person_id BIGINT      NOT NULL,
    course_id BIGINT      NOT NULL,
    item      VARCHAR(40) NOT NULL,
    grade     DOUBLE PRECISION,
    shown     VARCHAR(1000),
    highest   DOUBLE PRECISION,
    hidden    BOOLEAN     NOT NULL,
    graded_at BIGINT,
    PRIMARY KEY (person_id, course_id, item)
);
