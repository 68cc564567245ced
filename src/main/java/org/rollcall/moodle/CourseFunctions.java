package org.rollcall.moodle;

import java.util.List;

/** The courses of the site. */
public final class CourseFunctions {

    private final Calls calls;

    CourseFunctions(Calls calls) {
        this.calls = calls;
    }

    /** The course with this short name, which the site compares without regard to case; none if there is none. */
    public Outcome<List<Course>> byShortname(String shortname) {
        return calls.read(
                WsFunction.COURSES_BY_FIELD,
                Calls.ordered("field", "shortname", "value", shortname),
                1,
                answer -> answer.list("courses").stream().map(Course::from).toList());
    }
}
