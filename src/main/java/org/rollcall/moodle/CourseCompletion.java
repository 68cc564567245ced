package org.rollcall.moodle;

import java.util.List;

/**
 * Whether somebody has completed a course, and by which conditions (core_completion_get_course_completion_status).
 *
 * @param allNeeded whether all conditions have to be met, and not any one of them
 */
public record CourseCompletion(boolean completed, boolean allNeeded, List<CompletionCriterion> criteria) {

    private static final int ALL = 1;

    public CourseCompletion {
        criteria = List.copyOf(criteria);
    }

    static CourseCompletion from(Answer answer) {
        Answer status = answer.object("completionstatus");
        return new CourseCompletion(
                status.flag("completed"),
                status.number("aggregation") == ALL,
                status.list("completions", CompletionCriterion::from));
    }
}
