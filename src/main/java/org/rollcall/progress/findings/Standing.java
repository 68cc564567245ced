package org.rollcall.progress.findings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands in a course.
 *
 * @param personId the ledger's key of the person
 * @param roles the short names of the roles held there, with commas between
 * @param lastAccess when they last opened the course, or null for never
 * @param tellsAccess whether the site tells that at all
 * @param tracked whether the course tracks that person, or null where the site does not tell
 * @param completed whether the course's conditions are met, or null where the site does not tell
 * @param completedAt when the last of them was met, or null
 * @param progress how much of the course's activities is done, in per cent, or null where the site does not tell
 * @param activities whether it was read what they did
 * @param grades whether their grades were read
 */
public record Standing(
        long personId,
        long courseId,
        EnrolmentState enrolment,
        String roles,
        @Nullable Instant lastAccess,
        boolean tellsAccess,
        @Nullable Boolean tracked,
        @Nullable Boolean completed,
        @Nullable Instant completedAt,
        @Nullable Double progress,
        Reading activities,
        Reading grades) {

    /** Of somebody whom the site does not have in the course. */
    public static Standing none(long personId, long courseId) {
        return new Standing(
                personId,
                courseId,
                EnrolmentState.NONE,
                "",
                null,
                false,
                null,
                null,
                null,
                null,
                Reading.NOT_TOLD,
                Reading.NOT_TOLD);
    }

    /** Whether the course is known to leave that person out of its completion, as it does with teachers. */
    public boolean isUntracked() {
        return enrolment == EnrolmentState.ACTIVE && Boolean.FALSE.equals(tracked);
    }
}
