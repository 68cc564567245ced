package org.rollcall.moodle;

import java.time.Duration;

/**
 * How long a call waits for what. A limit that runs out after the call was sent leaves a call that writes {@link
 * Outcome.Ambiguous}, since the site goes on with it.
 *
 * @param connect how long connecting may take
 * @param read how long the site may be silent; Moodle sends nothing before it has finished, so this is how long a batch
 *     may take it
 * @param call how long a whole call may take, from connecting to the last byte of its answer
 */
public record TimeLimits(Duration connect, Duration read, Duration call) {

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one is not longer than nothing
     */
    public TimeLimits {
        if (!isPositive(connect) || !isPositive(read) || !isPositive(call)) {
            throw new IllegalArgumentException("A time limit has to be longer than nothing.");
        }
    }

    /** 10 seconds to connect, 2 minutes of silence, 5 minutes for a call. */
    public static TimeLimits defaults() {
        return new TimeLimits(Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofMinutes(5));
    }

    static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
