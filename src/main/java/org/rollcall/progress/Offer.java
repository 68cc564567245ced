package org.rollcall.progress;

import java.util.Set;

/** A web-service function that a report can make use of, where the token's service has it. */
enum Offer {
    COHORTS("core_cohort_get_cohorts"),
    COHORT_MEMBERS("core_cohort_get_cohort_members"),
    ACCOUNTS("core_user_get_users_by_field"),
    COURSES("core_course_get_courses_by_field"),
    PARTICIPANTS("core_enrol_get_enrolled_users"),
    USERS_COURSES("core_enrol_get_users_courses"),
    ACTIVITIES("core_completion_get_activities_completion_status"),
    COURSE_COMPLETION("core_completion_get_course_completion_status"),
    GRADE_ITEMS("gradereport_user_get_grade_items"),
    COURSE_GRADES("gradereport_overview_get_course_grades"),
    PARTNER_USERS("local_wsfunc_programpartner_get_users"),
    PARTNER_USERS_COURSES("local_wsfunc_get_users_courses"),
    PARTNER_VISIBLE_COURSES("local_wsfunc_get_visible_courses"),
    PARTNER_GRADES("local_wsfunc_get_grades"),
    PARTNER_LAST_ACCESS("local_wsfunc_get_lastaccess"),
    PARTNER_ACTIVITIES("core_completion_get_course_activities_completion_status");

    private final String function;

    Offer(String function) {
        this.function = function;
    }

    /** The function's name. */
    String function() {
        return function;
    }

    /** Whether it is among the functions that the token may call. */
    boolean isIn(Set<String> functions) {
        return functions.contains(function);
    }
}
