package org.rollcall.report;

import java.util.Map;
import java.util.Optional;

/** What the steps of the jobs have done once they are at their end, in words. Steps of which nobody need know have none. */
public final class StepNames {

    private static final Map<String, String> DONE = Map.ofEntries(
            Map.entry("stageRoster", "read and checked the roster"),
            Map.entry("recognizeUnchanged", "recognized unchanged rows"),
            Map.entry("matchUsers", "asked the site who is there"),
            Map.entry("matchMemberships", "compared cohorts and courses"),
            Map.entry("findLeavers", "looked who has left"),
            Map.entry("createCohorts", "created missing cohorts"),
            Map.entry("createUsers", "created accounts"),
            Map.entry("updateUsers", "brought accounts up to date"),
            Map.entry("addCohortMembers", "added people to cohorts"),
            Map.entry("enrolUsers", "enrolled people in courses"),
            Map.entry("removeLeavers", "took leavers out"),
            Map.entry("suspendUsers", "suspended accounts"),
            Map.entry("deleteUsers", "deleted accounts"),
            Map.entry("addGroupMembers", "put people into groups"),
            Map.entry("readPeople", "asked whom it is about"),
            Map.entry("readAccounts", "looked up their accounts"),
            Map.entry("readCoursesOfPeople", "asked for their courses"),
            Map.entry("readEnrolments", "read who is in the courses"),
            Map.entry("readGrades", "read the grades of courses"),
            Map.entry("readCompletion", "read who completed what"),
            Map.entry("writeProgress", "wrote the report"),
            Map.entry("writeReports", "wrote the reports"));

    private StepNames() {}

    /**
     * What a step has done.
     *
     * @param step its name in the job
     */
    public static Optional<String> done(String step) {
        return Optional.ofNullable(DONE.get(step));
    }
}
