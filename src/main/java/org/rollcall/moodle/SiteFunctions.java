package org.rollcall.moodle;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;

/** What the site tells of itself. */
public final class SiteFunctions {

    /** Token, function and format. */
    private static final int FIELDS_OF_ANY_CALL = 3;

    private final Calls calls;

    SiteFunctions(Calls calls) {
        this.calls = calls;
    }

    /** Who the site and the token's account are, and which functions the token may call. */
    public Outcome<SiteInfo> info() {
        return calls.read(WsFunction.SITE_INFO, Map.of(), 1, SiteInfo::from);
    }

    /**
     * Whether the site's PHP reads as many form fields as its settings here say ({@link MoodleSite#maxInputVars}). Sends
     * that many, the last of which Moodle refuses if it gets to see it.
     */
    public Outcome<Boolean> readsAllFields() {
        int fields = calls.maxInputVars() - FIELDS_OF_ANY_CALL - 1;
        Map<String, Object> parameters =
                Parameters.of("serviceshortnames", Collections.nCopies(fields, "none"), "lastfield", "1");
        Outcome<Boolean> outcome = calls.read(WsFunction.SITE_INFO, parameters, 1, answer -> false);
        return outcome instanceof Refused<Boolean> refused
                        && refused.errorCode().equals("invalidparameter")
                ? new Done<>(true, List.of())
                : outcome;
    }

    /**
     * By how much the site's clock is ahead of this machine's, to about a second, as its latest answer told; null if it
     * does not tell the time or has not answered yet.
     */
    public @Nullable Duration clockDifference() {
        return calls.clockDifference();
    }
}
