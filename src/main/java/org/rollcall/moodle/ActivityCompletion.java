package org.rollcall.moodle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody got with one activity of a course.
 *
 * @param cmId the activity's course-module id
 * @param modName the kind of activity, such as {@code assign}
 * @param instance the activity's id among those of its kind
 * @param timeCompleted when the state was reached, or null while it is incomplete
 * @param overriddenBy who set the state by hand in the participant's place, or null for nobody
 * @param trackedUser whether the course tracks that person, as it does not for those who only teach or are not
 *     enrolled; null where the site does not tell
 */
public record ActivityCompletion(
        long cmId,
        String modName,
        long instance,
        CompletionState state,
        @Nullable Instant timeCompleted,
        CompletionTracking tracking,
        @Nullable Long overriddenBy,
        @Nullable Boolean trackedUser) {

    /** The activities of an answer to core_completion_get_activities_completion_status or to a partner's like of it. */
    static List<ActivityCompletion> listFrom(Answer answer) {
        return answer.list("statuses", ActivityCompletion::from);
    }

    private static ActivityCompletion from(Answer status) {
        return new ActivityCompletion(
                status.number("cmid"),
                status.text("modname"),
                status.number("instance"),
                CompletionState.of(status.number("state")),
                status.optionalTime("timecompleted"),
                CompletionTracking.of(status.number("tracking")),
                status.optionalNumber("overrideby"),
                status.optionalFlag("istrackeduser"));
    }
}
