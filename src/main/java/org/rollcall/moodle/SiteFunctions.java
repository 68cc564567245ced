package org.rollcall.moodle;

import java.util.Map;

/** What the site tells of itself. */
public final class SiteFunctions {

    private final Calls calls;

    SiteFunctions(Calls calls) {
        this.calls = calls;
    }

    /** Who the site and the token's account are, and which functions the token may call. */
    public Outcome<SiteInfo> info() {
        return calls.read(WsFunction.SITE_INFO, Map.of(), 1, SiteInfo::from);
    }
}
