package org.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.opentest4j.TestAbortedException;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.Outcome.Unavailable;
import org.rollcall.moodle.UnavailableKind;

/** What has to have come of a call. A call that the token may not make skips its step. */
final class Outcomes {
    private Outcomes() {}

    /** The value of a call that has to be done. */
    static <T> T done(Outcome<T> outcome) {
        skipWhatTheTokenMayNot(outcome);
        return outcome.fold(
                Outcome.Done::value,
                refused -> {
                    throw new AssertionError("The site refused it: " + refused.errorCode() + ", " + refused.message());
                },
                unavailable -> {
                    throw new AssertionError(unavailable.reason());
                },
                ambiguous -> {
                    throw new AssertionError(ambiguous.reason());
                });
    }

    /** Checks that a call was refused, with this code. */
    static void refused(Outcome<?> outcome, String errorCode) {
        skipWhatTheTokenMayNot(outcome);
        assertThat(outcome).isInstanceOf(Refused.class);
        if (outcome instanceof Refused<?> refused) {
            assertThat(refused.errorCode()).isEqualTo(errorCode);
        }
    }

    private static void skipWhatTheTokenMayNot(Outcome<?> outcome) {
        if (outcome instanceof Unavailable<?> unavailable
                && (unavailable.kind() == UnavailableKind.SERVICE
                        || unavailable.kind() == UnavailableKind.PERMISSION)) {
            throw new TestAbortedException(unavailable.reason());
        }
        if (outcome instanceof Refused<?> refused && refused.lacksPermission()) {
            throw new TestAbortedException(refused.message());
        }
    }
}
