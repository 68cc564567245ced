package org.rollcall.moodle;

import java.util.Arrays;
import java.util.List;

/** The functions that the client calls, with what the way of calling and judging them depends on. */
enum WsFunction {
    SITE_INFO("core_webservice_get_site_info", Effect.READS, Reach.SITE, ""),
    CREATE_USERS("core_user_create_users", Effect.WRITES, Reach.SITE, "moodle/user:create"),
    UPDATE_USERS("core_user_update_users", Effect.WRITES, Reach.SITE, "moodle/user:update"),
    DELETE_USERS("core_user_delete_users", Effect.WRITES, Reach.SITE, "moodle/user:delete"),
    ACCOUNTS_BY_FIELD("core_user_get_users_by_field", Effect.READS, Reach.SITE, "moodle/user:viewdetails"),
    SEARCH_USERS("core_user_get_users", Effect.READS, Reach.SITE, "moodle/user:viewdetails"),
    COHORTS("core_cohort_get_cohorts", Effect.READS, Reach.SITE, "moodle/cohort:view"),
    SEARCH_COHORTS("core_cohort_search_cohorts", Effect.READS, Reach.SITE, "moodle/cohort:view"),
    CREATE_COHORTS("core_cohort_create_cohorts", Effect.WRITES, Reach.SITE, "moodle/cohort:manage"),
    DELETE_COHORTS("core_cohort_delete_cohorts", Effect.WRITES, Reach.ITEM, "moodle/cohort:manage"),
    COHORT_MEMBERS("core_cohort_get_cohort_members", Effect.READS, Reach.ITEM, "moodle/cohort:view"),
    ADD_COHORT_MEMBERS("core_cohort_add_cohort_members", Effect.WRITES, Reach.ITEM, "moodle/cohort:assign"),
    DELETE_COHORT_MEMBERS("core_cohort_delete_cohort_members", Effect.WRITES, Reach.ITEM, "moodle/cohort:assign"),
    COURSES("core_course_get_courses", Effect.READS, Reach.ITEM, "moodle/course:view"),
    COURSES_BY_FIELD("core_course_get_courses_by_field", Effect.READS, Reach.SITE, "moodle/course:view"),
    PARTICIPANTS("core_enrol_get_enrolled_users", Effect.READS, Reach.ITEM, "moodle/course:viewparticipants"),
    USERS_COURSES("core_enrol_get_users_courses", Effect.READS, Reach.ITEM, "moodle/course:viewparticipants"),
    ENROL_USERS("enrol_manual_enrol_users", Effect.WRITES, Reach.ITEM, "enrol/manual:enrol"),
    UNENROL_USERS("enrol_manual_unenrol_users", Effect.WRITES, Reach.ITEM, "enrol/manual:unenrol"),
    COURSE_GROUPS("core_group_get_course_groups", Effect.READS, Reach.ITEM, "moodle/course:managegroups"),
    GROUP_MEMBERS("core_group_get_group_members", Effect.READS, Reach.ITEM, "moodle/course:managegroups"),
    CREATE_GROUPS("core_group_create_groups", Effect.WRITES, Reach.ITEM, "moodle/course:managegroups"),
    ADD_GROUP_MEMBERS("core_group_add_group_members", Effect.WRITES, Reach.ITEM, "moodle/course:managegroups"),
    ACTIVITIES_COMPLETION(
            "core_completion_get_activities_completion_status", Effect.READS, Reach.ITEM, "report/progress:view"),
    COURSE_COMPLETION(
            "core_completion_get_course_completion_status", Effect.READS, Reach.ITEM, "report/completion:view"),
    GRADE_ITEMS("gradereport_user_get_grade_items", Effect.READS, Reach.ITEM, "moodle/grade:viewall"),
    COURSE_GRADES("gradereport_overview_get_course_grades", Effect.READS, Reach.SITE, "moodle/grade:viewall"),
    PARTNER_USERS("local_wsfunc_programpartner_get_users"),
    PARTNER_USERS_COURSES("local_wsfunc_get_users_courses"),
    PARTNER_VISIBLE_COURSES("local_wsfunc_get_visible_courses"),
    PARTNER_GRADES("local_wsfunc_get_grades"),
    PARTNER_LAST_ACCESS("local_wsfunc_get_lastaccess"),
    PARTNER_ACTIVITIES_COMPLETION("core_completion_get_course_activities_completion_status");

    /** Whether a call changes the site; one that does is never repeated by the client. */
    private enum Effect {
        READS,
        WRITES
    }

    /** Whether permission is asked for the whole site, or for the cohort, course or person that an item names. */
    private enum Reach {
        SITE,
        ITEM
    }

    private final String wsName;
    private final Effect effect;
    private final Reach reach;
    private final String capability;
    private final boolean ofPartners;

    WsFunction(String wsName, Effect effect, Reach reach, String capability) {
        this.wsName = wsName;
        this.effect = effect;
        this.reach = reach;
        this.capability = capability;
        this.ofPartners = false;
    }

    /** One of the functions for program partners, which a plugin adds to Moodle and which only read. */
    WsFunction(String wsName) {
        this.wsName = wsName;
        this.effect = Effect.READS;
        this.reach = Reach.ITEM;
        this.capability = "";
        this.ofPartners = true;
    }

    static List<WsFunction> ofPartners() {
        return Arrays.stream(values()).filter(function -> function.ofPartners).toList();
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

    /** What a site that does not have the function needs. */
    String origin() {
        return ofPartners ? "the plugin for program partners (local_wsfunc)" : "Moodle 4.5 or a later one";
    }
}
