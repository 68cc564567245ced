package org.rollcall.provision.group;

import java.util.Objects;
import org.rollcall.ledger.Membership;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.operation.SiteNames;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;

/** What is wrong with the group that a membership asks for, in words for a registrar; the enrolment itself is there. */
final class GroupProblems {

    private GroupProblems() {}

    /** @param end how the sentence goes on ({@link SiteNames#endOfSentence}) */
    static Problem unknown(Membership wish, String end) {
        return error(wish, "unknown", "The course %s has no group %s%s".formatted(wish.name(), group(wish), end));
    }

    static Problem ambiguous(Membership wish, int many) {
        return error(
                wish,
                "ambiguous",
                "The course %s has %d groups %s, so it is not clear which is meant."
                        .formatted(wish.name(), many, group(wish)));
    }

    static Problem unreadable(Membership wish) {
        return error(
                wish,
                "unreadable",
                "The token's account may not see the groups of the course %s (moodle/course:managegroups), so nobody was put into one there."
                        .formatted(wish.name()));
    }

    static Problem notCreated(Membership wish, Refused<?> refusal) {
        return error(
                wish,
                "not-created",
                refusal.lacksPermission()
                        ? "The token's account may not create groups in the course %s (moodle/course:managegroups)."
                                .formatted(wish.name())
                        : "The site did not create the group %s in the course %s: %s"
                                .formatted(group(wish), wish.name(), refusal.message()));
    }

    static Problem notAdded(Membership wish, Refused<?> refusal) {
        return error(
                wish,
                refusal.lacksPermission() ? "no-permission" : "refused",
                refusal.lacksPermission()
                        ? "The token's account may not put people into groups of the course %s (moodle/course:managegroups)."
                                .formatted(wish.name())
                        : "The site did not put the person into the group %s of the course %s: %s"
                                .formatted(group(wish), wish.name(), refusal.message()));
    }

    private static String group(Membership wish) {
        return Objects.requireNonNull(wish.group()).name();
    }

    private static Problem error(Membership wish, String kind, String sentence) {
        String column = "group" + wish.slot();
        return new Problem(wish.row(), column, group(wish), column + "." + kind, sentence, Severity.ERROR);
    }
}
