package org.rollcall.sandbox;

/** Who calls, and the site as it is set up at that moment. Times are Unix seconds. */
record Call(Caller caller, SiteSettings settings, String siteUrl, long now) {

    boolean can(String capability) {
        return caller.capabilities().contains(capability);
    }

    /** Whether something is the caller's own. */
    boolean isOwn(long userId) {
        return caller.account().id() == userId;
    }

    void require(String capability) {
        if (!can(capability)) {
            throw MoodleFault.noPermission(capability);
        }
    }

    /** One of two capabilities is enough; the refusal names the second, as Moodle does. */
    void requireEither(String first, String second) {
        if (!can(first)) {
            require(second);
        }
    }

    /** What Moodle's {@code validate_context} asks for at site level: the site policy has to be agreed to. */
    void enterSite() {
        if (settings.policyUnagreed()) {
            throw MoodleFault.of(
                    "sitepolicynotagreed",
                    "Site policy not agreed: <a href=\"" + siteUrl
                            + "/user/policy.php\">Click here to open the site policy.</a>");
        }
    }
}
