package org.rollcall.sandbox;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The site's tables, one object an area, so that a function takes one thing and uses what it needs. */
record Tables(Users users, Cohorts cohorts, Courses courses, Enrolments enrolments, Groups groups, SpentTokens tokens) {
    Tables(JdbcClient jdbc) {
        this(
                new Users(jdbc),
                new Cohorts(jdbc),
                new Courses(jdbc),
                new Enrolments(jdbc),
                new Groups(jdbc),
                new SpentTokens(jdbc));
    }
}
