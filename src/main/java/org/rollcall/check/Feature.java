package org.rollcall.check;

import java.util.Set;
import java.util.TreeSet;

/** What Rollcall does on a site, with the web-service functions that it takes. */
public enum Feature {
    /** Accounts created, people added to cohorts and enrolled. */
    PROVISION(
            "creating accounts, adding to cohorts and enrolling",
            "core_user_create_users",
            "core_user_get_users_by_field",
            "core_cohort_get_cohorts",
            "core_cohort_get_cohort_members",
            "core_cohort_add_cohort_members",
            "core_course_get_courses_by_field",
            "core_enrol_get_enrolled_users",
            "enrol_manual_enrol_users"),
    /** Cohorts created that a roster names and the site lacks. */
    CREATE_COHORTS("creating cohorts (rollcall.create-missing-cohorts)", "core_cohort_create_cohorts"),
    /** Accounts that are there brought up to date, and any account suspended. */
    UPDATE_ACCOUNTS("updating accounts (details, usernames, suspension)", "core_user_update_users"),
    /** Accounts deleted. */
    DELETE_ACCOUNTS("deleting accounts (rollcall.accounts.allow-deletes)", "core_user_delete_users"),
    /** People taken out, and runs undone. */
    REMOVE(
            "taking people out (not needed yet)",
            "core_user_get_users",
            "core_cohort_delete_cohort_members",
            "core_cohort_delete_cohorts",
            "core_cohort_search_cohorts",
            "core_enrol_get_users_courses",
            "enrol_manual_unenrol_users"),
    /** People put into groups. */
    GROUPS(
            "putting people into groups of courses",
            "core_group_get_course_groups",
            "core_group_get_group_members",
            "core_group_add_group_members"),
    /** Groups created that a roster names and a course lacks. */
    CREATE_GROUPS("creating groups (rollcall.create-missing-groups)", "core_group_create_groups"),
    /** Reports of who got how far. */
    PROGRESS(
            "reports of progress",
            "core_enrol_get_users_courses",
            "core_completion_get_activities_completion_status",
            "core_completion_get_course_completion_status",
            "gradereport_user_get_grade_items",
            "gradereport_overview_get_course_grades"),
    /** What a site tells a program partner; no stock Moodle has it. */
    PARTNER(
            "a program partner's reports of progress",
            "local_wsfunc_programpartner_get_users",
            "local_wsfunc_get_users_courses",
            "local_wsfunc_get_visible_courses",
            "local_wsfunc_get_grades",
            "local_wsfunc_get_lastaccess",
            "core_completion_get_course_activities_completion_status");

    private final String purpose;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
    private final Set<String> functions;

    Feature(String purpose, String... functions) {
        this.purpose = purpose;
        this.functions = Set.of(functions);
    }

    /** What it is, to stand after "for". */
    public String purpose() {
        return purpose;
    }

    /** Whether it is none of a site's business: no stock Moodle has it, and none of its functions is among these. */
    boolean isForeignTo(Set<String> available) {
        return this == PARTNER && missing(available).size() == functions.size();
    }

    /** The functions of it that are not among these, by name. */
    public Set<String> missing(Set<String> available) {
        Set<String> missing = new TreeSet<>(functions);
        missing.removeAll(available);
        return missing;
    }
}
