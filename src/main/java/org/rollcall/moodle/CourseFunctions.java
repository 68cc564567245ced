package org.rollcall.moodle;

import java.util.List;
import java.util.Map;

/** The courses of the site. */
public final class CourseFunctions {

    private static final int COURSES_PER_CALL = 100;

    /** Moodle describes a course in two to five kilobytes, so this is many thousands of them. */
    private static final long MOST_BYTES_OF_ALL = 32L * 1024 * 1024;

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

    /**
     * All courses that the token's account may see, the site itself among them, which is in category 0. Asked once,
     * without repetition; a site with more courses than fit into 32 MB has no answer.
     */
    public Outcome<List<Course>> all() {
        return calls.readOnce(
                WsFunction.COURSES_BY_FIELD,
                Map.of(),
                MOST_BYTES_OF_ALL,
                answer -> answer.list("courses", Course::from));
    }

    private Outcome<List<Course>> byField(String field, Object value) {
        return calls.read(
                WsFunction.COURSES_BY_FIELD,
                Parameters.of("field", field, "value", value),
                1,
                answer -> answer.list("courses", Course::from));
    }
}
