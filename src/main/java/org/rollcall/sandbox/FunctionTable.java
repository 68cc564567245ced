package org.rollcall.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The functions that the sandbox answers, by name, and the check that a caller's service has the one called. */
final class FunctionTable {
    private static final String NOT_ALLOWED = """
            Access to the function %s() is not allowed.
                                 There could be multiple reasons for this:
                                 1. The service linked to the user token does not contain the function.
                                 2. The service is user-restricted and the user is not listed.
                                 3. The service is IP-restricted and the user IP is not listed.
                                 4. The service is time-restricted and the time has expired.
                                 5. The token is time-restricted and the time has expired.
                                 6. The service requires a specific capability which the user does not have.
                                 7. The function is called with username/password (no user token is sent)
                                 and none of the services has the function to allow the user.
                                 These settings can be found in Administration > Site administration
                                 > Server > Web services > External services and Manage tokens.""";

    /** Functions of a stock Moodle that the sandbox does not answer, but must not call unknown. */
    private static final Set<String> UNANSWERED = Set.of(
            "core_cohort_update_cohorts",
            "core_course_create_categories",
            "core_course_create_courses",
            "core_course_delete_categories",
            "core_course_delete_courses",
            "core_course_get_categories",
            "core_course_get_contents",
            "core_course_update_courses",
            "core_group_delete_group_members",
            "core_group_delete_groups",
            "core_role_assign_roles",
            "core_role_unassign_roles");

    private final Map<String, MoodleFunction> functions;

    FunctionTable(List<MoodleFunction> functions) {
        this.functions = functions.stream().collect(Collectors.toMap(MoodleFunction::name, Function.identity()));
    }

    /** All functions of a Moodle, on the given tables, and those of its plugins. */
    static FunctionTable on(Tables tables, Seed seed, List<MoodleFunction> plugins) {
        UserDetails details = new UserDetails(tables, seed.profileFields());
        List<MoodleFunction> all = new ArrayList<>(plugins);
        all.addAll(List.of(
                new GetSiteInfo(),
                new CreateUsers(tables, seed.profileFields()),
                new UpdateUsers(tables, seed.profileFields()),
                new DeleteUsers(tables),
                new GetUsers(tables, details),
                new GetUsersByField(tables, details),
                new CreateCohorts(tables),
                new DeleteCohorts(tables),
                new GetCohorts(tables),
                new SearchCohorts(tables),
                new GetCohortMembers(tables),
                new AddCohortMembers(tables),
                new DeleteCohortMembers(tables),
                new GetCoursesByField(tables),
                new GetEnrolledUsers(tables, details),
                new EnrolUsers(tables),
                new UnenrolUsers(tables),
                new GetCourses(tables),
                new GetCourseGroups(tables),
                new GetGroupMembers(tables),
                new CreateGroups(tables),
                new AddGroupMembers(tables),
                new GetUsersCourses(tables),
                new GetActivitiesCompletion(tables),
                new GetCourseCompletion(tables),
                new GetGradeItems(tables),
                new GetCourseGrades(tables)));
        return new FunctionTable(all);
    }

    /** @throws MoodleFault if the name is empty or unknown, or the caller's service has no such function */
    MoodleFunction open(String name, Caller caller, SiteSettings settings) {
        if (name.isEmpty()) {
            throw MoodleFault.invalidParameter("Missing function name");
        }
        MoodleFunction function = functions.get(name);
        if (function == null && !UNANSWERED.contains(name)) {
            throw MoodleFault.missingRecord("external_functions", "name", name);
        }
        if (function == null
                || !settings.serviceEnabled()
                || !caller.functions().contains(name)) {
            throw MoodleFault.access(NOT_ALLOWED.formatted(name));
        }
        return function;
    }
}
