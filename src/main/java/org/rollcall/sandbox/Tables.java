package org.rollcall.sandbox;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The site's tables, one object an area, so that a function takes one thing and uses what it needs. */
record Tables(
        Users users,
        Cohorts cohorts,
        Courses courses,
        Enrolments enrolments,
        Participants participants,
        Groups groups,
        Activities activities,
        Grades grades,
        Accesses accesses,
        SpentTokens tokens) {
    Tables(JdbcClient jdbc) {
        this(
                new Users(jdbc),
                new Cohorts(jdbc),
                new Courses(jdbc),
                new Enrolments(jdbc),
                new Participants(jdbc),
                new Groups(jdbc),
                new Activities(jdbc),
                new Grades(jdbc),
                new Accesses(jdbc),
                new SpentTokens(jdbc));
    }
}
