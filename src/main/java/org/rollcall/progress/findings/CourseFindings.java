package org.rollcall.progress.findings;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that was found of somebody in a course.
 *
 * @param outline what there is to do in the course
 * @param done what they did, by the id of the activity
 * @param grades the grades that they have, by the key of what they are for
 */
public record CourseFindings(
        Outline outline, Standing standing, Map<Long, ActivityState> done, Map<String, ItemGrade> grades) {

    public CourseFindings {
        done = Map.copyOf(done);
        grades = Map.copyOf(grades);
    }

    /** The course. */
    public ReportCourse course() {
        return outline.course();
    }

    /** How far they got. */
    public HowFar howFar() {
        EnrolmentState enrolment = standing.enrolment();
        if (enrolment == EnrolmentState.NONE) {
            return HowFar.NOT_ENROLLED;
        }
        if (Boolean.TRUE.equals(standing.completed())) {
            return HowFar.COMPLETE;
        }
        if (course().isUntracked() || standing.isUntracked()) {
            return HowFar.NOT_TRACKED;
        }
        boolean began = activitiesDone() > 0 || !grades.isEmpty() || standing.lastAccess() != null;
        boolean isKnown = standing.completed() != null || standing.activities() == Reading.READ;
        if (began) {
            return isKnown ? HowFar.UNDER_WAY : HowFar.NOT_TOLD;
        }
        return isKnown || standing.tellsAccess() ? HowFar.NOT_STARTED : HowFar.NOT_TOLD;
    }

    /** The grade of the course as a whole, or null where there is none. */
    public @Nullable ItemGrade total() {
        return grades.get(Item.TOTAL);
    }

    /** How many of the course's activities are done. */
    public long activitiesDone() {
        return done.values().stream().filter(state -> state.state().isDone()).count();
    }

    /** How many activities were done at some time or later. */
    public long activitiesDoneSince(Instant since) {
        return done.values().stream()
                .filter(state -> state.state().isDone() && isSince(state.at(), since))
                .count();
    }

    /** Whether something happened at some time or later. */
    public static boolean isSince(@Nullable Instant at, Instant since) {
        return at != null && !at.isBefore(since);
    }
}
