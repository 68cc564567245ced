package org.rollcall.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rollcall.cli.display.Display;
import org.rollcall.provision.PlanResult;
import org.rollcall.provision.Planning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

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

    @Parameters(paramLabel = "ROSTER", arity = "1..*", description = "the CSV or Excel files")
    @SuppressWarnings("NullAway.Init")
    private List<Path> rosters;

    @Mixin
    private final RosterOptions rosterOptions = new RosterOptions();

    @Mixin
    private final VerificationOption verificationOption = new VerificationOption();

    @Mixin
    private final SnapshotOptions snapshotOptions = new SnapshotOptions();

    @Mixin
    private final DisplayOptions displayOptions = new DisplayOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Rollcall rollcall;

    @Override
    public Integer call() {
        Display display = displayOptions.display();
        rosters.forEach(RosterPath::check);
        Map<String, Object> settings = new HashMap<>(rosterOptions.settings());
        settings.putAll(verificationOption.settings());
        settings.putAll(snapshotOptions.settings());
        settings.putAll(rollcall.settings());
        try (JobSession session = displayOptions.session(display, settings)) {
            Mailing mailing = displayOptions.mailing(session);
            ExitCode ending = ExitCode.DONE;
            for (Path roster : rosters) {
                PlanResult result = mailing.working(
                        String.valueOf(roster.getFileName()), () -> plan(session, roster, mailing, display));
                PlanText.tell(display, result);
                mailing.tell(result.summary(), result.reports());
                ending = worse(ending, RunResults.ending(result));
            }
            return ending.number();
        }
    }

    private static PlanResult plan(JobSession session, Path roster, Mailing mailing, Display display) {
        return session.get(Planning.class).plan(roster.toAbsolutePath(), (run, begun) -> {
            mailing.began(run);
            RunAnnouncement.tell(display, "Plan", run, begun);
        });
    }

    /** Of a plan that is held, one with rejects and one without either the first is what has to be seen to. */
    private static ExitCode worse(ExitCode before, ExitCode ending) {
        return ending.number() > before.number() ? ending : before;
    }
}
