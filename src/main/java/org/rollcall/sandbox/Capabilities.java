package org.rollcall.sandbox;

import java.util.Map;

/** The names that Moodle's English language pack gives to capabilities; they stand in its refusals. */
final class Capabilities {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("moodle/user:create", "Create users"),
            Map.entry("moodle/user:update", "Update user profiles"),
            Map.entry("moodle/user:delete", "Delete users"),
            Map.entry("moodle/user:viewdetails", "View user profiles"),
            Map.entry("moodle/cohort:manage", "Create, delete and move cohorts"),
            Map.entry("moodle/cohort:view", "View site-wide cohorts"),
            Map.entry("moodle/cohort:assign", "Add and remove cohort members"),
            Map.entry("enrol/manual:enrol", "Enrol users"),
            Map.entry("enrol/manual:unenrol", "Unenrol users from the course"),
            Map.entry("moodle/course:view", "View courses without participation"),
            Map.entry("moodle/course:managegroups", "Manage groups"),
            Map.entry("moodle/site:viewparticipants", "View participants"),
            Map.entry("moodle/course:viewparticipants", "View participants"),
            Map.entry("moodle/course:enrolreview", "Review course enrolments"),
            Map.entry("moodle/grade:viewall", "View grades of other users"),
            Map.entry("gradereport/user:view", "View user report"),
            Map.entry("report/progress:view", "View activity completion reports"),
            Map.entry("moodle/role:review", "Review permissions for others"),
            Map.entry("moodle/site:accessallgroups", "Access all groups"));

    private Capabilities() {}

    static String title(String capability) {
        return TITLES.getOrDefault(capability, capability);
    }
}
