package org.rollcall.check;

import org.rollcall.moodle.UnavailableKind;

/** Where each thing that keeps a call from being carried out is mended. */
final class Remedies {

    private Remedies() {}

    static String of(UnavailableKind kind) {
        return switch (kind) {
            case UNREACHABLE -> "rollcall.site.url in config/application.yml, the network, or the site's server";
            case NOT_MOODLE -> "rollcall.site.url in config/application.yml";
            case NOT_TRUSTED ->
                "the certificate of the site's web server; or rollcall.site.ca-file, where it is of an authority of your"
                        + " own";
            case MAINTENANCE -> AdminPlace.MAINTENANCE_MODE.path() + ", or " + AdminPlace.NOTIFICATIONS.path();
            case BUSY, NO_ANSWER -> "the site's server; try again later";
            case SERVICES_OFF -> AdminPlace.ADVANCED_FEATURES.path() + ", and " + AdminPlace.PROTOCOLS.path();
            case TOKEN -> AdminPlace.TOKENS.path();
            case ACCOUNT -> AdminPlace.USERS.path();
            case SERVICE -> AdminPlace.SERVICES.path() + ", and " + AdminPlace.TOKENS.path();
            case PERMISSION, REFUSED -> AdminPlace.DEFINE_ROLES.path();
        };
    }
}
