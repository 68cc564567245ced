package org.rollcall.moodle;

import java.util.List;
import java.util.Map;

/**
 * How far people got: completion and grades. Activities and grades that the token's account may not see are missing
 * from the answers without a word (its role needs {@code mod/*:view}).
 */
public final class ProgressFunctions {

    private final Calls calls;

    ProgressFunctions(Calls calls) {
        this.calls = calls;
    }

    /** The activities of a course that have completion switched on, as one person has done them; none without any. */
    public Outcome<List<ActivityCompletion>> activities(long courseId, long userId) {
        return calls.read(
                WsFunction.ACTIVITIES_COMPLETION,
                Parameters.of("courseid", courseId, "userid", userId),
                1,
                ActivityCompletion::listFrom);
    }

    /**
     * Whether a person has completed a course. Moodle refuses with {@code cannotviewreport} for a course without
     * completion, {@code nocriteriaset} for one without conditions, and {@code usernotenroled}.
     */
    public Outcome<CourseCompletion> course(long courseId, long userId) {
        return calls.read(
                WsFunction.COURSE_COMPLETION,
                Parameters.of("courseid", courseId, "userid", userId),
                1,
                CourseCompletion::from);
    }

    /** The grades of one person in a course, line by line. */
    public Outcome<List<UserGrades>> gradeItems(long courseId, long userId) {
        return calls.read(
                WsFunction.GRADE_ITEMS,
                Parameters.of("courseid", courseId, "userid", userId),
                1,
                answer -> answer.list("usergrades", UserGrades::from));
    }

    /** The grades of everybody in a course, line by line. */
    public Outcome<List<UserGrades>> gradeItems(long courseId) {
        return gradeItems(courseId, 0);
    }

    /** The totals of one person in all their courses. */
    public Outcome<List<CourseGrade>> courseGrades(long userId) {
        return calls.read(
                WsFunction.COURSE_GRADES,
                Map.of("userid", userId),
                1,
                answer -> answer.list("grades", CourseGrade::from));
    }
}
