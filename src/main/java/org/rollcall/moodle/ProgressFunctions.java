package org.rollcall.moodle;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

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

    /**
     * The grades of all participants of a course whom its gradebook lists, line by line; those of suspended ones are not
     * among them. They are given person by person, since a course of ten thousand makes an answer of a hundred megabytes.
     *
     * @param consumers makes, for each attempt at the call, what takes the grades; an attempt that broke off may have given
     *     some
     * @return of how many people there were grades
     */
    public Outcome<Long> gradeItems(long courseId, Supplier<Consumer<UserGrades>> consumers) {
        return calls.readEach(
                WsFunction.GRADE_ITEMS,
                Parameters.of("courseid", courseId, "userid", 0),
                "usergrades",
                UserGrades::from,
                consumers);
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
