package org.rollcall.operation;

import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.UnavailableKind;

/** Reads the answer of a call that only reads, and without which a step cannot go on. */
public final class Answers {

    private Answers() {}

    /**
     * The value of an outcome that is done.
     *
     * @throws SiteUnavailableException for every other outcome; a refusal is taken for a fault of the site's settings
     */
    public static <T> T valueOf(Outcome<T> outcome) {
        return outcome.fold(
                done -> done.value(),
                refused -> {
                    throw new SiteUnavailableException(
                            UnavailableKind.REFUSED, "The site refused a call that only reads: " + refused.message());
                },
                unavailable -> {
                    throw new SiteUnavailableException(unavailable.kind(), unavailable.reason());
                },
                ambiguous -> {
                    throw new SiteUnavailableException(UnavailableKind.NO_ANSWER, ambiguous.reason());
                });
    }

    /** Whether the token's account lacks the right to read what was asked for. */
    public static boolean mayNotBeRead(Outcome<?> outcome) {
        return outcome instanceof Refused<?> refused && refused.lacksPermission();
    }
}
