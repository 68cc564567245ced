package org.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rollcall.history.KnownRuns;
import org.rollcall.history.ReportsAgain;
import org.rollcall.history.ReportsAgain.Written;
import org.rollcall.operation.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code report RUN}: the reports of a run, written again. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the reports of a run again, into reports/RUN: of a run that ended as it was then, of one that was"
                    + " interrupted as it stands now. Nothing is asked of the site.",
            "",
            "A reject file that was mended is kept under another name. Passwords leave the ledger when a run ends, so a"
                    + " reject file that is written again lacks them. The exit code is 1 if not all reports could be"
                    + " written, since the run was purged."
        })
final class ReportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN",
            description = "the run's name, such as 2026-11-21-0007, the folder of its reports, or `last`")
    @SuppressWarnings("NullAway.Init")
    private Path run;

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
            Written written = parts.get(ReportsAgain.class)
                    .write(parts.get(KnownRuns.class).named(name));
            out.printf("%-15s %s%n", "Reports", written.folder());
            written.remarks().forEach(out::println);
            out.flush();
            return (written.whole() ? ExitCode.DONE : ExitCode.REJECTS).number();
        }
    }
}
