package org.rollcall.moodle;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account to enrol in a course by hand (enrol_manual_enrol_users). Enrolling once more overwrites: what is null
 * here is reset to no start, no end and active; a further role is added to those held.
 *
 * @param start when it begins, to the second, or null for at once
 * @param end when it ends, to the second, or null for never
 * @param suspended true to enrol without access; null is as good as false
 */
public record Enrolment(
        long userId,
        long courseId,
        long roleId,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Boolean suspended)
        implements BatchItem {

    @Override
    public Map<String, Object> parameters() {
        return new Parameters()
                .add("roleid", roleId)
                .add("userid", userId)
                .add("courseid", courseId)
                .add("timestart", seconds(start))
                .add("timeend", seconds(end))
                .add("suspend", suspended)
                .toMap();
    }

    private static @Nullable Long seconds(@Nullable Instant time) {
        return time == null ? null : time.getEpochSecond();
    }
}
