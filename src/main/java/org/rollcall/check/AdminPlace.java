package org.rollcall.check;

/** Places in Moodle's administration menu, as Moodle 4.5 has them. */
enum AdminPlace {
    ADVANCED_FEATURES("General > Advanced features > Enable web services"),
    NOTIFICATIONS("General > Notifications"),
    USERS("Users > Accounts > Browse list of users"),
    DEFINE_ROLES("Users > Permissions > Define roles"),
    ALLOW_ROLE_ASSIGNMENTS("Users > Permissions > Define roles > Allow role assignments"),
    ENROL_PLUGINS("Plugins > Enrolments > Manage enrol plugins"),
    MAINTENANCE_MODE("Server > Server > Maintenance mode"),
    PROTOCOLS("Server > Web services > Manage protocols"),
    SERVICES("Server > Web services > External services"),
    TOKENS("Server > Web services > Manage tokens");

    private final String path;

    AdminPlace(String path) {
        this.path = path;
    }

    /** The way to it from the site's front page. */
    String path() {
        return "Site administration > " + path;
    }

    /** How a role of the token's account is given a capability. */
    static String capability(String capability) {
        return DEFINE_ROLES.path() + " > the role of the token's account > Edit: allow " + capability;
    }
}
