package org.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rollcall.ledger.RunState;
import org.rollcall.provision.PlanResult;
import org.rollcall.provision.Planning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plan ROSTER...}: what a roster would change on the site, and nothing changed there. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what a roster would change on the site, and changes nothing there. Each roster gets a plan of its own, with"
                    + " a name such as 2026-11-21-0007.",
            "",
            "reports/PLAN/plan.csv lists every row with what would change, and reports/PLAN/rejects.csv those that could not be"
                    + " done. `run.sh apply PLAN` carries the plan out."
        })
final class PlanCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "ROSTER", arity = "1..*", description = "the CSV or Excel files")
    @SuppressWarnings("NullAway.Init")
    private List<Path> rosters;

    @Mixin
    private final RosterOptions rosterOptions = new RosterOptions();

    @Mixin
    private final VerificationOption verificationOption = new VerificationOption();

    @Mixin
    private final SnapshotOptions snapshotOptions = new SnapshotOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Rollcall rollcall;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        rosters.forEach(RosterPath::check);
        Map<String, Object> settings = new HashMap<>(rosterOptions.settings());
        settings.putAll(verificationOption.settings());
        settings.putAll(snapshotOptions.settings());
        settings.putAll(rollcall.settings());
        try (JobSession session = JobSession.open(out, settings)) {
            Mailing mailing = new Mailing(session, spec.commandLine().getErr());
            ExitCode ending = ExitCode.DONE;
            for (Path roster : rosters) {
                PlanResult result = mailing.working(
                        String.valueOf(roster.getFileName()), () -> plan(session, roster, mailing, out));
                PlanText.print(out, result);
                mailing.tell(result.summary(), result.reports());
                ending = worse(ending, result);
            }
            return ending.number();
        }
    }

    private static PlanResult plan(JobSession session, Path roster, Mailing mailing, PrintWriter out) {
        return session.get(Planning.class).plan(roster.toAbsolutePath(), (run, begun) -> {
            mailing.began(run);
            RunAnnouncement.print(out, "Plan", run, begun);
        });
    }

    private static ExitCode worse(ExitCode before, PlanResult result) {
        if (before == ExitCode.HELD || result.plan().state() == RunState.HELD) {
            return ExitCode.HELD;
        }
        return result.summary().rows().rejected() > 0 ? ExitCode.REJECTS : before;
    }
}
