package org.rollcall.provision;

import java.util.List;
import java.util.Set;
import org.rollcall.sandbox.Sandbox;

/** The calls that have reached a practice site since this was made. */
final class SiteCalls {

    static final String CREATE_USERS = "core_user_create_users";
    static final String UPDATE_USERS = "core_user_update_users";
    static final String DELETE_USERS = "core_user_delete_users";
    static final String CREATE_COHORTS = "core_cohort_create_cohorts";
    static final String ADD_MEMBERS = "core_cohort_add_cohort_members";
    static final String REMOVE_MEMBERS = "core_cohort_delete_cohort_members";
    static final String ENROL = "enrol_manual_enrol_users";
    static final String CREATE_GROUPS = "core_group_create_groups";
    static final String ADD_TO_GROUPS = "core_group_add_group_members";
    static final String UNENROL = "enrol_manual_unenrol_users";

    /** The functions by which a run only reads. */
    static final List<String> READING = List.of(
            "core_webservice_get_site_info",
            "core_user_get_users_by_field",
            "core_cohort_get_cohorts",
            "core_cohort_get_cohort_members",
            "core_course_get_courses_by_field",
            "core_enrol_get_enrolled_users");

    private static final Set<String> WRITING = Set.of(
            CREATE_USERS,
            UPDATE_USERS,
            DELETE_USERS,
            CREATE_COHORTS,
            ADD_MEMBERS,
            REMOVE_MEMBERS,
            ENROL,
            UNENROL,
            CREATE_GROUPS,
            ADD_TO_GROUPS);

    private final Sandbox sandbox;
    private final int before;

    SiteCalls(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.before = sandbox.calls().size();
    }

    List<String> all() {
        List<String> calls = sandbox.calls();
        return calls.subList(before, calls.size());
    }

    /** Those that may change the site. */
    List<String> writing() {
        return all().stream().filter(WRITING::contains).toList();
    }

    int count(String function) {
        return (int) all().stream().filter(function::equals).count();
    }
}
