package org.rollcall.cli.display;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rollcall.report.StepNames;

/** What a step is called on the terminal while it runs, and what it has done at its end. */
final class StepWords {

    private static final Map<String, String> DOING = Map.ofEntries(
            Map.entry("stageRoster", "reading the roster"),
            Map.entry("findRepeated", "looking for repeated people"),
            Map.entry("recognizeUnchanged", "recognizing unchanged rows"),
            Map.entry("matchUsers", "asking the site who is there"),
            Map.entry("findSharedAccounts", "looking for shared accounts"),
            Map.entry("matchMemberships", "comparing cohorts and courses"),
            Map.entry("matchGroupsOfParticipants", "comparing groups"),
            Map.entry("findLeavers", "looking who has left"),
            Map.entry("makePlan", "making the plan"),
            Map.entry("createCohorts", "creating missing cohorts"),
            Map.entry("createUsers", "creating accounts"),
            Map.entry("updateUsers", "bringing accounts up to date"),
            Map.entry("addCohortMembers", "adding people to cohorts"),
            Map.entry("enrolUsers", "enrolling people in courses"),
            Map.entry("removeLeavers", "taking leavers out"),
            Map.entry("suspendUsers", "suspending accounts"),
            Map.entry("deleteUsers", "deleting accounts"),
            Map.entry("settleRepeated", "settling repeated people"),
            Map.entry("matchGroups", "comparing groups"),
            Map.entry("addGroupMembers", "putting people into groups"),
            Map.entry("writeReports", "writing the reports"),
            Map.entry("readPeople", "asking whom it is about"),
            Map.entry("readAccounts", "looking up their accounts"),
            Map.entry("readCoursesOfPeople", "asking for their courses"),
            Map.entry("readEnrolments", "reading who is in the courses"),
            Map.entry("readGrades", "reading the grades of courses"),
            Map.entry("readCompletion", "reading who completed what"),
            Map.entry("writeProgress", "writing the report"),
            Map.entry("findEffects", "looking what the run did"),
            Map.entry("planUndo", "comparing it with the site"),
            Map.entry("reactivateAccounts", "letting people in again"),
            Map.entry("restoreEnrolments", "putting enrolments back"),
            Map.entry("enrolAgain", "enrolling people again"),
            Map.entry("unenrol", "unenrolling people"),
            Map.entry("addToCohorts", "adding people to cohorts"),
            Map.entry("removeFromCohorts", "removing people from cohorts"),
            Map.entry("setBackAccounts", "setting accounts back"),
            Map.entry("suspendAccounts", "suspending accounts"),
            Map.entry("deleteAccounts", "deleting accounts"),
            Map.entry("endUndo", "writing the reports"));

    /** Steps that every run has, and whose line does not hang on what they found. */
    private static final Set<String> ALWAYS_TOLD =
            Set.of("stageRoster", "matchUsers", "matchMemberships", "writeReports");

    private StepWords() {}

    static String doing(String step) {
        String words = DOING.get(step);
        return words == null ? step.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT) : words;
    }

    /** The line that stays of a step; empty where there is nothing to tell. */
    static String done(StepEnd end) {
        String done = StepNames.done(end.step()).orElse("");
        if (done.isEmpty() || !end.isCompleted() || (end.count() == 0 && !ALWAYS_TOLD.contains(end.step()))) {
            return "";
        }
        String many = end.count() == 0 ? "" : String.format(Locale.ROOT, "%,d", end.count());
        return String.format(Locale.ROOT, "  %-30s %9s  %6.1f s", done, many, end.seconds());
    }
}
