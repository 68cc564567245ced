package org.rollcall.progress.findings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.CompletionState;

/**
 * That somebody has done an activity.
 *
 * @param activityId its course-module id
 * @param at when, or null where the site does not tell
 */
public record ActivityState(
        long activityId, CompletionState state, @Nullable Instant at) {

    /** For people. */
    public static String words(CompletionState state) {
        return switch (state) {
            case INCOMPLETE -> "not done";
            case COMPLETE -> "done";
            case COMPLETE_PASS -> "passed";
            case COMPLETE_FAIL, COMPLETE_FAIL_HIDDEN -> "failed";
            case UNKNOWN -> "not told";
        };
    }
}
