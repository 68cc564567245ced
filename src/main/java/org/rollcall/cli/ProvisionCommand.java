package org.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rollcall.provision.HeldException;
import org.rollcall.provision.ProvisionResult;
import org.rollcall.provision.Provisioning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private final RosterOptions rosterOptions = new RosterOptions();

    @Mixin
    private final VerificationOption verificationOption = new VerificationOption();

    @Mixin
    private final SendingOptions sendingOptions = new SendingOptions();

    @Mixin
    private final SnapshotOptions snapshotOptions = new SnapshotOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Rollcall rollcall;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RosterPath.check(roster);
        Map<String, Object> settings = new HashMap<>(rosterOptions.settings());
        settings.putAll(sendingOptions.settings());
        settings.putAll(verificationOption.settings());
        settings.putAll(snapshotOptions.settings());
        settings.putAll(rollcall.settings());
        try (JobSession session = JobSession.open(out, settings)) {
            Mailing mailing = new Mailing(session, spec.commandLine().getErr());
            ProvisionResult result =
                    mailing.working(String.valueOf(roster.getFileName()), () -> provision(session, mailing, out));
            SummaryText.print(out, result);
            mailing.tell(result.summary(), result.reports());
            return (result.summary().hasRejects() ? ExitCode.REJECTS : ExitCode.DONE).number();
        }
    }

    private ProvisionResult provision(JobSession session, Mailing mailing, PrintWriter out) {
        try {
            return session.get(Provisioning.class).provision(roster.toAbsolutePath(), (run, begun) -> {
                mailing.began(run);
                RunAnnouncement.print(out, "Run", run, begun);
            });
        } catch (HeldException held) {
            if (held.plan() != null) {
                PlanText.print(out, held.plan());
            }
            throw held;
        }
    }
}
