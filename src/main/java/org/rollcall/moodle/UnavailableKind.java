package org.rollcall.moodle;

/** Why a call was not carried out, so that a fault of the settings can be told from a site that is down. */
public enum UnavailableKind {
    /** No connection came about: the name is unknown, nobody listens, or the way is blocked. */
    UNREACHABLE(false),
    /** The site is closed for maintenance or waits for its upgrade. */
    MAINTENANCE(false),
    /** The site or what stands before it asks for patience, or its database does not answer. */
    BUSY(false),
    /** A call that only reads was repeated and never got a whole answer. */
    NO_ANSWER(false),
    /** The site's certificate is not trusted, or does not belong to its name. */
    NOT_TRUSTED(true),
    /** The site's web services or their REST protocol are switched off, or something before the site keeps calls out. */
    SERVICES_OFF(true),
    /** The site does not know the token. */
    TOKEN(true),
    /** The token's account may not get in: suspended, unconfirmed, or without the site's policy agreed to. */
    ACCOUNT(true),
    /** The token's service does not have the function, or is not for this account or this address. */
    SERVICE(true),
    /** The token's account lacks a permission. */
    PERMISSION(true),
    /** The site refused a call that only reads, for another reason than these. */
    REFUSED(true),
    /** What answered is no Moodle web service: another page, another address, no such place. */
    NOT_MOODLE(true);

    private final boolean configurationFault;

    UnavailableKind(boolean configurationFault) {
        this.configurationFault = configurationFault;
    }

    /** Whether somebody has to mend a setting, here or on the site, before the same call can pass. */
    public boolean isConfigurationFault() {
        return configurationFault;
    }

    /** Whether the same call may pass within seconds, so that repeating it makes sense. */
    public boolean mayPassSoon() {
        return this == UNREACHABLE || this == BUSY || this == NO_ANSWER;
    }
}
