package org.rollcall.sandbox;

import java.util.List;
import java.util.Map;
import org.rollcall.sandbox.Seed.TokenSeed;

/**
 * A token of the practice site. It opens nothing anywhere else, so it may be shown.
 *
 * @param value what a call sends as {@code wstoken}
 * @param user the username of the account that it stands for
 * @param refusal why calls with it are refused, in a few words; empty for a token that can be used
 */
public record SandboxToken(String value, String user, String refusal) {

    /** Whether calls with it are carried out, as far as its user may. */
    public boolean usable() {
        return refusal.isEmpty();
    }

    static List<SandboxToken> of(Map<String, TokenSeed> seeds) {
        return seeds.entrySet().stream()
                .map(each -> new SandboxToken(each.getKey(), each.getValue().user(), refusal(each.getValue())))
                .toList();
    }

    static String refusal(TokenSeed seed) {
        if (seed.expired()) {
            return "expired";
        }
        if (seed.ip() != null && !seed.ip().equals(Gatekeeper.LOOPBACK)) {
            return "from " + seed.ip() + " only";
        }
        return seed.authorised() ? "" : "not authorised";
    }
}
