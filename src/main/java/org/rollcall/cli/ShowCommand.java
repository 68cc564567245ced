package org.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rollcall.history.KnownRuns;
import org.rollcall.history.PastSummaries;
import org.rollcall.ledger.RecordedRun;
import org.rollcall.operation.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code show RUN}: what a run came to, and what can be done next. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what a run came to, as at its end: its figures, its problems by kind, where its reports are, and which"
                    + " command is the next. A run that was interrupted is shown as it stands now.",
            "",
            "The exit code says only whether there is such a run."
        })
final class ShowCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN",
            description = "the run's name, such as 2026-11-21-0007, the folder of its reports, or `last`")
    @SuppressWarnings("NullAway.Init")
    private Path run;

    @Option(names = "--json", description = "as in summary.json, for programs")
    private boolean json;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Rollcall rollcall;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String name = String.valueOf(run.getFileName());
        Home home = Home.fromEnvironment();
        if (!home.hasState()) {
            throw KnownRuns.none(name);
        }
        try (RollcallContext parts = RollcallContext.lookingBack(home, rollcall.settings())) {
            RecordedRun past = parts.get(KnownRuns.class).named(name);
            if (json) {
                out.println(parts.get(PastSummaries.class).text(past));
            } else {
                new RunText(out, parts).print(past);
            }
            out.flush();
            return ExitCode.DONE.number();
        }
    }
}
