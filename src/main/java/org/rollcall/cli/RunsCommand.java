package org.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollcall.history.KnownRuns;
import org.rollcall.history.ListedRun;
import org.rollcall.ledger.RecordedRun;
import org.rollcall.ledger.RunState;
import org.rollcall.operation.Home;
import org.rollcall.operation.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code runs}: what was done, the newest first. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the runs, the newest first: what each was for, how far it has come, how many rows its roster had and how"
                    + " many came back.",
            "",
            "`run.sh show RUN` tells more of one."
        })
final class RunsCommand implements Callable<Integer> {

    private static final int WIDEST = 40;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "how many at most; 20 unless given")
    private int limit;

    @Option(names = "--roster", paramLabel = "NAME", description = "only runs of files of this name")
    private @Nullable Path roster;

    @Option(names = "--site", paramLabel = "URL", description = "only runs into this site, or into the sandbox")
    private @Nullable String site;

    @Option(names = "--json", description = "as JSON, for programs")
    private boolean json;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Rollcall rollcall;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (limit < 1) {
            throw new SettingsException("--limit needs a number above 0.");
        }
        Home home = Home.fromEnvironment();
        if (!home.hasState()) {
            out.println(json ? "[]" : "There are no runs yet.");
            out.flush();
            return ExitCode.DONE.number();
        }
        try (RollcallContext parts = RollcallContext.lookingBack(home, rollcall.settings())) {
            String name = roster == null ? null : String.valueOf(roster.getFileName());
            List<ListedRun> runs = parts.get(KnownRuns.class).newest(name, site, limit);
            if (json) {
                out.println(parts.get(JsonMapper.class)
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(runs.stream().map(Line::of).toList()));
            } else if (runs.isEmpty()) {
                out.println(name == null && site == null ? "There are no runs yet." : "There are no such runs.");
            } else {
                table(runs).print(out);
            }
            out.flush();
            return ExitCode.DONE.number();
        }
    }

    private static TextTable table(List<ListedRun> runs) {
        boolean sites = runs.stream()
                        .map(listed -> listed.past().run().key().site())
                        .distinct()
                        .count()
                > 1;
        List<String> titles = new ArrayList<>(List.of("Run", "Began", "Mode", "Roster"));
        if (sites) {
            titles.add("Site");
        }
        titles.addAll(List.of("State", "Rows", "Rejects", "Seconds"));
        TextTable table = new TextTable(titles, WIDEST);
        for (ListedRun listed : runs) {
            RecordedRun past = listed.past();
            List<String> cells = new ArrayList<>(List.of(
                    past.name(),
                    RunWords.time(past.run().startedAt()),
                    past.run().key().mode(),
                    RunWords.roster(past)));
            if (sites) {
                cells.add(past.run().key().site());
            }
            Double seconds = listed.seconds();
            cells.addAll(List.of(
                    RunWords.state(listed),
                    RunWords.number(listed.rows()),
                    RunWords.number(listed.cameBack()),
                    seconds == null ? "" : String.format(Locale.ROOT, "%,.1f", seconds)));
            table.add(cells);
        }
        return table;
    }

    /** A run in JSON. */
    record Line(
            String run,
            Instant startedAt,
            @Nullable Instant endedAt,
            String mode,
            @Nullable String undoes,
            String roster,
            String site,
            RunState state,
            @Nullable Long rows,
            @Nullable Long rejects,
            @Nullable Double seconds,
            @Nullable Instant purgedAt) {

        static Line of(ListedRun listed) {
            RecordedRun past = listed.past();
            return new Line(
                    past.name(),
                    past.run().startedAt(),
                    past.endedAt(),
                    past.run().key().mode(),
                    past.undoes(),
                    past.run().rosterName(),
                    past.run().key().site(),
                    past.state(),
                    listed.rows(),
                    listed.cameBack(),
                    listed.seconds(),
                    past.purgedAt());
        }
    }
}
