package org.rollcall.sandbox;

import java.util.Set;

/** What is installed on a site, as far as parameters are checked against it. */
record Installed(Set<String> languages, Set<String> auths, Set<String> themes) {

    /** The authentication plugins of a stock Moodle 4.5. */
    private static final Set<String> STOCK_AUTHS = Set.of(
            "cas",
            "db",
            "email",
            "ldap",
            "lti",
            "manual",
            "mnet",
            "nologin",
            "none",
            "oauth2",
            "shibboleth",
            "webservice");

    /** Those that keep a password here; for the others Moodle stores 'not cached'. */
    private static final Set<String> INTERNAL_AUTHS = Set.of("email", "lti", "manual", "nologin", "none", "webservice");

    private static final Set<String> PASSWORD_CHANGING_AUTHS = Set.of("email", "manual", "none");

    static Installed stock(Set<String> languages) {
        return new Installed(languages, STOCK_AUTHS, Set.of("boost", "classic"));
    }

    static boolean keepsPassword(String auth) {
        return INTERNAL_AUTHS.contains(auth);
    }

    /** Whether a new password can be stored for an account with this authentication. */
    static boolean changesPassword(String auth) {
        return PASSWORD_CHANGING_AUTHS.contains(auth);
    }
}
