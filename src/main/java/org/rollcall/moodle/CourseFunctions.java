package org.rollcall.moodle;

import java.util.List;
import java.util.Map;

/** The courses of the site. */
public final class CourseFunctions {

    private static final int COURSES_PER_CALL = 100;

    private final Calls calls;

    CourseFunctions(Calls calls) {
        this.calls = calls;
    }

    /** The course with this short name, which the site compares without regard to case; none if there is none. */
    public Outcome<List<Course>> byShortname(String shortname) {
        return byField("shortname", shortname);
    }

    /** The course with this id; none if there is none, or the token's account may not see it. */
    public Outcome<List<Course>> byId(long courseId) {
        return byField("id", courseId);
    }

    /** The courses with these ids, in no order; ids that no course has are left out. */
    public Outcome<List<Course>> byIds(List<Long> courseIds) {
        return calls.readByIds(
                WsFunction.COURSES,
                courseIds,
                COURSES_PER_CALL,
                part -> Map.of("options", Map.of("ids", part)),
                Course::from);
    }

    private Outcome<List<Course>> byField(String field, Object value) {
        return calls.read(
                WsFunction.COURSES_BY_FIELD,
                Parameters.of("field", field, "value", value),
                1,
                answer -> answer.list("courses", Course::from));
    }
}
