package org.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.rollcall.history.KnownRuns;
import org.rollcall.history.ListedRun;
import org.rollcall.history.Purge;
import org.rollcall.ledger.RecordedRun;
import org.rollcall.ledger.RunState;
import org.rollcall.operation.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code purge --older-than AGE}: personal data leaves the ledger, and the figures stay. */
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        description = {
            "Takes the personal data of old runs out of the ledger: names, usernames, emails, what the rows held, what was"
                    + " changed of whom. Their figures stay, for `run.sh runs` and `run.sh show`. A run that was purged"
                    + " cannot be taken back any more.",
            "",
            "Runs that wait to be applied or were interrupted are left. A purge that is broken off is finished by the next"
                    + " one."
        })
final class PurgeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            required = true,
            description =
                    "runs that ended so long ago: days or weeks, such as 90d or 12w, or an ISO period, such as P6M")
    @SuppressWarnings("NullAway.Init")
    private String olderThan;

    @Option(names = "--force", description = "take an age of less than a day, too")
    private boolean force;

    @Option(names = "--with-reports", description = "delete their reports, too, all but summary.json")
    private boolean withReports;

    @Option(names = "--dry-run", description = "only tell what would go")
    private boolean dryRun;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Rollcall rollcall;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Instant before = Age.of(olderThan, force).before(Instant.now());
        Home home = Home.fromEnvironment();
        if (!home.hasState()) {
            out.println("There are no runs yet.");
            out.flush();
            return ExitCode.DONE.number();
        }
        try (RollcallContext parts = RollcallContext.lookingBack(home, rollcall.settings())) {
            Purge purge = parts.get(Purge.class);
            KnownRuns past = parts.get(KnownRuns.class);
            List<RecordedRun> due = purge.due(before);
            List<RecordedRun> reported = Stream.concat(purge.purgedEarlier(before).stream(), due.stream())
                    .filter(purge::isReported)
                    .distinct()
                    .toList();
            announce(out, due, before);
            for (RecordedRun run : due) {
                out.println("  " + line(past.listed(run)));
                out.flush();
                if (!dryRun) {
                    purge.purge(run);
                }
            }
            if (!dryRun) {
                purge.end();
            }
            reports(out, home, purge, reported);
            left(out, past, purge.left(before));
            out.flush();
            return ExitCode.DONE.number();
        }
    }

    private void announce(PrintWriter out, List<RecordedRun> due, Instant before) {
        if (due.isEmpty()) {
            out.printf("The ledger holds no personal data of runs that ended before %s.%n", RunWords.time(before));
        } else {
            out.printf(
                    "%s the personal data of %s that ended before %s:%n",
                    dryRun ? "Would take out" : "Takes out", runs(due), RunWords.time(before));
        }
        out.flush();
    }

    private static String line(ListedRun listed) {
        String what = listed.past().isUndo() ? "items" : "rows";
        return "%s  %s%s"
                .formatted(
                        listed.past().name(),
                        TextTable.printable(RunWords.roster(listed.past())),
                        listed.rows() == null ? "" : ", %s %s".formatted(RunWords.number(listed.rows()), what));
    }

    private void reports(PrintWriter out, Home home, Purge purge, List<RecordedRun> reported) {
        if (!reported.isEmpty() && withReports) {
            if (!dryRun) {
                reported.forEach(purge::clearReports);
            }
            out.printf(
                    "%s the reports of %s, all but summary.json.%n",
                    dryRun ? "Would delete" : "Deleted", runs(reported));
        } else if (!reported.isEmpty()) {
            out.printf(
                    "The folder reports/ still tells of people in %s; --with-reports deletes that, too.%n",
                    runs(reported));
        }
        if (Files.isDirectory(home.folder().resolve("archive"))) {
            out.println("The rosters in archive/ are left as they are.");
        }
    }

    private static void left(PrintWriter out, KnownRuns past, List<RecordedRun> left) {
        if (!left.isEmpty()) {
            out.printf(
                    "%s %s left:%n",
                    left.size() == 1 ? "1 older run" : String.format(Locale.ROOT, "%,d older runs", left.size()),
                    left.size() == 1 ? "was" : "were");
        }
        for (RecordedRun run : left) {
            String state = run.state() == RunState.DONE ? "is to be taken back" : RunWords.state(past.listed(run));
            out.printf("  %s  %s: %s%n", run.name(), TextTable.printable(RunWords.roster(run)), state);
        }
    }

    private static String runs(List<RecordedRun> runs) {
        return String.format(Locale.ROOT, runs.size() == 1 ? "%,d run" : "%,d runs", runs.size());
    }
}
