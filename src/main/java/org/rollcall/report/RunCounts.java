package org.rollcall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.ledger.Effects;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.Places.Place;
import org.rollcall.ledger.Run;
import org.rollcall.report.page.Bar;
import org.rollcall.report.page.Bar.Meaning;
import org.rollcall.report.page.Bar.Share;
import org.rollcall.report.page.Figures;
import org.rollcall.report.page.RunPage;
import org.springframework.stereotype.Component;

/** What became of rows, accounts, memberships and leavers of a run, as bars. */
@Component
class RunCounts {

    private final Effects effects;

    RunCounts(Effects effects) {
        this.effects = effects;
    }

    /** What the colours mean, which depends on whether anything was done yet. */
    static List<Meaning> meanings(RunSummary.State state) {
        Meaning done = new Meaning("done", "Done", "done");
        Meaning same = new Meaning("same", "Unchanged", "unchanged, as it was so before");
        return switch (state) {
            case DONE -> List.of(done, same, new Meaning("back", "Came back", "came back"));
            case PLANNED, HELD ->
                List.of(
                        new Meaning("todo", "To do", "would be done"),
                        same,
                        new Meaning("back", "Come back", "would come back"));
            case INTERRUPTED ->
                List.of(
                        done,
                        same,
                        new Meaning("back", "Come back", "comes back"),
                        new Meaning("todo", "Not yet", "not yet"));
        };
    }

    /** The bars; what a run has nothing of is left out. */
    List<RunPage.Count> of(Run run, RunSummary summary, List<Place> places) {
        RunSummary.Rows rows = summary.rows();
        RunSummary.Cohorts cohorts = summary.cohorts();
        RunSummary.Enrolments enrolments = summary.enrolments();
        RunSummary.Groups groups = summary.groups();
        List<Tally> tallies = new ArrayList<>();
        tallies.add(new Tally(
                "Rows",
                rows.partly() == 0 ? "" : Figures.count(rows.partly()) + " of those that came back are done in part",
                rows.done() - rows.unchanged(),
                rows.unchanged(),
                rows.rejected(),
                rows.open()));
        if (summary.state() == RunSummary.State.DONE || summary.state() == RunSummary.State.INTERRUPTED) {
            tallies.add(accounts(run, summary.users()));
        }
        tallies.add(new Tally(
                "Cohort members",
                created(cohorts.created(), "cohort"),
                cohorts.membersAdded(),
                cohorts.membersAlready(),
                cohorts.membersFailed(),
                open(places, MembershipKind.COHORT)));
        tallies.add(new Tally(
                "Enrolments",
                enrolments.changed() == 0 ? "" : Figures.count(enrolments.changed()) + " of them changed",
                enrolments.made() + enrolments.changed(),
                enrolments.already(),
                enrolments.failed(),
                open(places, MembershipKind.COURSE)));
        tallies.add(new Tally(
                "Group members",
                created(groups.created(), "group"),
                groups.membersAdded(),
                groups.membersAlready(),
                groups.membersFailed(),
                0));
        RunSummary.Snapshot left = summary.snapshot();
        if (left != null) {
            tallies.add(new Tally(
                    "Leavers",
                    left.reported() == 0 ? "" : Figures.count(left.reported()) + " reported only",
                    left.removed() + left.suspended(),
                    left.reported(),
                    left.failed(),
                    places.stream().mapToLong(Place::left).sum() - left.removed() - left.suspended()));
        }
        return tallies.stream()
                .filter(tally -> tally.all() > 0)
                .map(Tally::asCount)
                .toList();
    }

    private Tally accounts(Run run, RunSummary.Users users) {
        long changed = effects.changedAccounts(run.id());
        String words = Stream.of(
                        words(users.created(), "created"),
                        words(users.updated(), "updated"),
                        words(users.renamed(), "renamed"),
                        words(users.suspended(), "suspended"),
                        words(users.reactivated(), "let in again"),
                        words(users.deleted(), "deleted"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return new Tally("Accounts", words, users.created() + changed, users.existing() - changed, 0, 0);
    }

    private static String words(long count, String what) {
        return count == 0 ? "" : Figures.count(count) + " " + what;
    }

    private static String created(long count, String what) {
        return count == 0 ? "" : Figures.counted(count, what) + " created";
    }

    private static long open(List<Place> places, MembershipKind kind) {
        return places.stream()
                .filter(place -> place.kind() == kind)
                .mapToLong(Place::open)
                .sum();
    }

    /** Something that is counted, as a bar; nothing where there is nothing of it. */
    static Optional<RunPage.Count> bar(String what, String more, long done, long same, long back, long todo) {
        Tally tally = new Tally(what, more, done, same, back, todo);
        return tally.all() == 0 ? Optional.empty() : Optional.of(tally.asCount());
    }

    private record Tally(String what, String more, long done, long same, long back, long todo) {
        long all() {
            return done + same + back + todo;
        }

        RunPage.Count asCount() {
            List<Share> shares = List.of(
                    new Share("done", done), new Share("same", same), new Share("back", back), new Share("todo", todo));
            String title = "%s: %s"
                    .formatted(
                            what,
                            Stream.of(
                                            words(done, "done"),
                                            words(same, "unchanged"),
                                            words(back, "back"),
                                            words(todo, "to do"))
                                    .filter(part -> !part.isEmpty())
                                    .collect(Collectors.joining(", ")));
            return new RunPage.Count(
                    what,
                    more,
                    Bar.of(title, shares),
                    shares.stream().collect(Collectors.toMap(Share::kind, share -> Figures.count(share.count()))));
        }
    }
}
