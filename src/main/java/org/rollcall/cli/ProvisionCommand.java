package org.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.NewRun;
import org.rollcall.ledger.Run;
import org.rollcall.operation.Home;
import org.rollcall.operation.RunningSteps;
import org.rollcall.provision.ProvisionResult;
import org.rollcall.provision.Provisioning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code provision ROSTER}: a roster in, a provisioned site and a reject report out. */
@Command(
        name = "provision",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the site agree with a roster: creates the accounts it lacks, adds people to cohorts and enrols them in"
                    + " courses.",
            "",
            "The site is the one in config/application.yml (rollcall.site.url), or else the built-in practice Moodle, the"
                    + " sandbox. Rows that could not be done come back in reports/RUN/rejects.csv, with the reasons; mend"
                    + " them there and give that file to this command.",
            "",
            "A run that was interrupted goes on where it was when the same command is given again."
        })
final class ProvisionCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "ROSTER", description = "the CSV or Excel file")
    @SuppressWarnings("NullAway.Init")
    private Path roster;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "calls to the site at a time (rollcall.concurrency; found out while running unless set)")
    private @Nullable Integer concurrency;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            description =
                    "people, members or enrolments a call (rollcall.batch-size; found out while running unless set)")
    private @Nullable Integer batchSize;

    @Mixin
    private final RosterOptions rosterOptions = new RosterOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Rollcall rollcall;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Object> overrides = new HashMap<>(rosterOptions.settings());
        if (concurrency != null) {
            overrides.put("rollcall.concurrency", concurrency);
        }
        if (batchSize != null) {
            overrides.put("rollcall.batch-size", batchSize);
        }
        if (rollcall.isDebugging()) {
            overrides.put("logging.level.org.rollcall", "debug");
        }
        RosterPath.check(roster);
        try (StopOnSignal signal = new StopOnSignal();
                RollcallContext context =
                        RollcallContext.open(Home.fromEnvironment(), overrides, List.of(TerminalProgress.class))) {
            signal.calls(() -> stop(out, context.get(RunningSteps.class)));
            context.get(TerminalProgress.class).printTo(out);
            ProvisionResult result = context.get(Provisioning.class)
                    .provision(roster.toAbsolutePath(), (run, begun) -> announce(out, run, begun));
            SummaryText.print(out, result);
            return (result.summary().rows().rejected() > 0 ? ExitCode.REJECTS : ExitCode.DONE).number();
        }
    }

    private static void stop(PrintWriter out, RunningSteps steps) {
        out.println("Stopping after the calls in flight; the same command goes on from there.");
        out.flush();
        steps.stop();
    }

    private static void announce(PrintWriter out, Run run, NewRun begun) {
        String site = run.key().site().equals("sandbox")
                ? "the sandbox, Rollcall's built-in practice Moodle"
                : run.key().site();
        out.printf(
                "%s %s: %s into %s%n", run.resumed() ? "Going on with run" : "Run", run.name(), run.rosterName(), site);
        out.println("  Read as " + TextTable.printable(begun.file().description()));
        begun.file().notes().forEach(note -> note(out, note));
        begun.warnings().forEach(warning -> note(out, warning.message()));
        out.flush();
    }

    private static void note(PrintWriter out, String sentence) {
        out.println("  Note: " + TextTable.printable(sentence));
    }
}
