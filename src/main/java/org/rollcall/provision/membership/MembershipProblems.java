package org.rollcall.provision.membership;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Membership;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.operation.SiteNames;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;
import org.rollcall.roster.text.NearestName;

/** What is wrong with one membership of a row, in words for a registrar. */
final class MembershipProblems {

    private MembershipProblems() {}

    /** @param end how the sentence goes on ({@link SiteNames#endOfSentence}) */
    static Problem unknownCohort(Membership wish, String end) {
        return error(wish, "unknown", "The site has no cohort with the ID number " + wish.name() + end);
    }

    static Problem ambiguousCohort(Membership wish, int many) {
        return error(
                wish,
                "ambiguous",
                "The site has %d cohorts with the ID number %s, so it is not clear which is meant."
                        .formatted(many, wish.name()));
    }

    /** @param end how the sentence goes on ({@link SiteNames#endOfSentence}) */
    static Problem unknownCourse(Membership wish, String end) {
        return error(wish, "unknown", "The site has no course with the short name " + wish.name() + end);
    }

    static Problem unknownRole(Membership wish, Collection<String> known) {
        String nearest = NearestName.to(String.valueOf(wish.role()).toLowerCase(Locale.ROOT), known);
        String question = nearest == null ? "" : " (did you mean " + nearest + "?)";
        return new Problem(
                wish.row(),
                "role" + wish.slot(),
                String.valueOf(wish.role()),
                "role" + wish.slot() + ".unknown",
                "The role %s is not known%s; the roles that a roster may name are %s (rollcall.site.roles)."
                        .formatted(wish.role(), question, String.join(", ", known)),
                Severity.ERROR);
    }

    /** The enrolment is set anew, and what dates it had is not known. */
    static Problem datesUnknown(Membership wish) {
        return warning(
                wish,
                "dates-unknown",
                "The person was enrolled in %s already, not by Rollcall, and Moodle does not tell the start and end of an enrolment; it has none now, as this row gives none."
                        .formatted(wish.name()));
    }

    /** The enrolment gets other dates and still gives no access. */
    static Problem keptSuspended(Membership wish) {
        return warning(
                wish,
                "kept-suspended",
                "The person was enrolled in %s already and had no access there, being suspended or outside the dates; the enrolment has the dates of this row now and is suspended; write 0 into enrolstatus%d to give access."
                        .formatted(wish.name(), wish.slot()));
    }

    /** The enrolment is to be changed, and whether it is suspended, and has to stay so, cannot be seen. */
    static Problem statusUnreadable(Membership wish) {
        return error(
                wish,
                "status-unreadable",
                "The token's account may not see whose enrolment in %s is suspended (moodle/course:enrolreview), so it was not changed; write enrolstatus%d too."
                        .formatted(wish.name(), wish.slot()));
    }

    /** The person is enrolled already without the role, and the row does not say what the enrolment is to become. */
    static Problem otherRole(Membership wish) {
        return new Problem(
                wish.row(),
                "role" + wish.slot(),
                String.valueOf(wish.role()),
                "role" + wish.slot() + ".differs",
                "The person is enrolled in %s already, without the role %s; adding it would set the start, end and status of that enrolment anew, so write them too (at least enrolstatus%d), or leave role%d empty."
                        .formatted(wish.name(), wish.role(), wish.slot(), wish.slot()),
                Severity.ERROR);
    }

    /** Who is in the cohort or course cannot be read, so it cannot be told whether the person is. */
    static Problem unreadable(Membership wish) {
        return error(
                wish,
                "unreadable",
                "The token's account may not see who is in %s, so nothing was changed there.".formatted(wish.name()));
    }

    /** Somebody has enrolled the person since the plan was made. */
    static Problem enrolledSincePlan(Membership wish) {
        return warning(
                wish,
                "since-plan",
                "Since the plan was made the person was enrolled in %s; the enrolment was left as it is."
                        .formatted(wish.name()));
    }

    private static Problem warning(Membership wish, String kind, String sentence) {
        return new Problem(
                wish.row(), wish.column(), wish.name(), wish.column() + "." + kind, sentence, Severity.WARNING);
    }

    static Problem notAdded(Membership wish, String saying) {
        return error(
                wish, "refused", "The site did not add the person to the cohort %s: %s".formatted(wish.name(), saying));
    }

    static Problem mayNotAdd(Membership wish) {
        return error(
                wish,
                "no-permission",
                "The token's account may not add people to the cohort %s (moodle/cohort:assign)."
                        .formatted(wish.name()));
    }

    static Problem cohortNotCreated(Membership wish, Refused<?> refusal) {
        return error(
                wish,
                "not-created",
                "The site did not create the cohort %s: %s".formatted(wish.name(), refusal.message()));
    }

    /** Why the site refused an enrolment that stood alone. */
    static Problem notEnrolled(Membership wish, @Nullable String role, Refused<?> refusal) {
        String course = wish.name();
        if (refusal.lacksPermission()) {
            return error(
                    wish,
                    "no-permission",
                    "The token's account may not enrol people in the course %s, or has no access to it."
                            .formatted(course));
        }
        return switch (refusal.errorCode()) {
            case "wsnoinstance" ->
                error(
                        wish,
                        "no-manual-enrolment",
                        "The course %s has no manual enrolment, or it is switched off there; the site's administrator can add it."
                                .formatted(course));
            case "wsusercannotassign" ->
                error(
                        wish,
                        "role-not-assignable",
                        "The token's account may not give the role %s in the course %s.".formatted(role, course));
            case "usersuspended" -> error(wish, "account-suspended", account("is suspended on the site", course));
            case "userdeleted" -> error(wish, "account-deleted", account("was deleted on the site", course));
            case "usernotconfirmed" ->
                error(wish, "account-unconfirmed", account("has never been confirmed on the site", course));
            case "guestsarenotallowed" -> error(wish, "account-guest", account("is the site's guest account", course));
            case "invaliduser" -> error(wish, "account-unknown", account("is no longer on the site", course));
            default ->
                error(
                        wish,
                        "refused",
                        "The site refused the enrolment in %s and says only \"%s\"."
                                .formatted(course, refusal.message()));
        };
    }

    private static String account(String state, String course) {
        return "The account " + state + ", so it cannot be enrolled in " + course + ".";
    }

    private static Problem error(Membership wish, String kind, String sentence) {
        return new Problem(
                wish.row(), wish.column(), wish.name(), wish.column() + "." + kind, sentence, Severity.ERROR);
    }
}
