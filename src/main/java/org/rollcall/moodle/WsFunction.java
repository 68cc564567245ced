package org.rollcall.moodle;

/** The functions that the client calls, with what the way of calling and judging them depends on. */
enum WsFunction {
    SITE_INFO("core_webservice_get_site_info", Effect.READS, Reach.SITE, ""),
    CREATE_USERS("core_user_create_users", Effect.WRITES, Reach.SITE, "moodle/user:create"),
    ACCOUNTS_BY_FIELD("core_user_get_users_by_field", Effect.READS, Reach.SITE, "moodle/user:viewdetails"),
    COHORTS("core_cohort_get_cohorts", Effect.READS, Reach.SITE, "moodle/cohort:view"),
    CREATE_COHORTS("core_cohort_create_cohorts", Effect.WRITES, Reach.SITE, "moodle/cohort:manage"),
    COHORT_MEMBERS("core_cohort_get_cohort_members", Effect.READS, Reach.ITEM, "moodle/cohort:view"),
    ADD_COHORT_MEMBERS("core_cohort_add_cohort_members", Effect.WRITES, Reach.ITEM, "moodle/cohort:assign"),
    COURSES_BY_FIELD("core_course_get_courses_by_field", Effect.READS, Reach.SITE, "moodle/course:view"),
    PARTICIPANTS("core_enrol_get_enrolled_users", Effect.READS, Reach.ITEM, "moodle/course:viewparticipants"),
    ENROL_USERS("enrol_manual_enrol_users", Effect.WRITES, Reach.ITEM, "enrol/manual:enrol");

    /** Whether a call changes the site; one that does is never repeated by the client. */
    private enum Effect {
        READS,
        WRITES
    }

    /** Whether permission is asked for the whole site, or for the cohort or course that an item names. */
    private enum Reach {
        SITE,
        ITEM
    }

    private final String wsName;
    private final Effect effect;
    private final Reach reach;
    private final String capability;

    WsFunction(String wsName, Effect effect, Reach reach, String capability) {
        this.wsName = wsName;
        this.effect = effect;
        this.reach = reach;
        this.capability = capability;
    }

    String wsName() {
        return wsName;
    }

    boolean writes() {
        return effect == Effect.WRITES;
    }

    boolean needsPermissionOnSite() {
        return reach == Reach.SITE;
    }

    /** The function's name for a sentence, with the capability it needs where it needs one. */
    String wsNameWithCapability() {
        return capability.isEmpty() ? wsName : wsName + " (capability " + capability + ")";
    }
}
