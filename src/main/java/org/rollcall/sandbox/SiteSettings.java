package org.rollcall.sandbox;

/**
 * Settings of the site that may change while it runs.
 *
 * @param maxInputVars PHP's limit of form pairs in one request
 * @param postMaxSize PHP's limit of a request's body in bytes
 * @param policyUnagreed whether there is a site policy that the token's user has not agreed to
 */
record SiteSettings(
        String name,
        Debug debug,
        int maxInputVars,
        long postMaxSize,
        Maintenance maintenance,
        boolean restEnabled,
        boolean serviceEnabled,
        boolean policyUnagreed,
        boolean passwordPolicy,
        boolean sameEmailAllowed) {

    /** Maintenance mode: off, by the settings page (answered by Moodle), or by the command line (a page with 503). */
    enum Maintenance {
        OFF,
        PAGE,
        CLI
    }

    SiteSettings with(Debug newDebug) {
        return new SiteSettings(
                name,
                newDebug,
                maxInputVars,
                postMaxSize,
                maintenance,
                restEnabled,
                serviceEnabled,
                policyUnagreed,
                passwordPolicy,
                sameEmailAllowed);
    }

    SiteSettings withMaxInputVars(int newMaxInputVars) {
        return new SiteSettings(
                name,
                debug,
                newMaxInputVars,
                postMaxSize,
                maintenance,
                restEnabled,
                serviceEnabled,
                policyUnagreed,
                passwordPolicy,
                sameEmailAllowed);
    }
}
