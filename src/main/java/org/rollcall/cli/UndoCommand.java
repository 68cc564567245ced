package org.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.ledger.Run;
import org.rollcall.undo.UndoResult;
import org.rollcall.undo.Undoing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code undo RUN}: what a run did to the site, taken back as far as nobody changed it since. */
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what of a run can be taken back, and takes it back with --apply: people whom it added are removed from"
                    + " cohorts and unenrolled, enrolments and accounts that it changed are set back, accounts that it"
                    + " created are suspended.",
            "",
            "What somebody changed since then stays, and reports/UNDO/undo.csv lists it with the reason; the exit code is 1"
                    + " then. `run.sh apply UNDO` carries out what was shown. An interrupted undo goes on when the same"
                    + " command is given again, and an undo can be taken back as any run can."
        })
final class UndoCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN",
            description = "the run's name, such as 2026-11-21-0007, or the folder of its reports")
    @SuppressWarnings("NullAway.Init")
    private Path run;

    @Option(names = "--apply", description = "take it back; without this it is only shown")
    private boolean apply;

    @Option(
            names = "--delete-created",
            description = "delete the accounts that the run created; else they are suspended")
    private boolean deleteCreated;

    @Mixin
    private final SendingOptions sendingOptions = new SendingOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Rollcall rollcall;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Object> settings = new HashMap<>(sendingOptions.settings());
        settings.putAll(rollcall.settings());
        try (JobSession session = JobSession.open(out, settings)) {
            Mailing mailing = new Mailing(session, spec.commandLine().getErr());
            Undoing undoing = session.get(Undoing.class);
            String name = String.valueOf(run.getFileName());
            Optional<Run> waiting = apply ? undoing.waiting(name, deleteCreated) : Optional.empty();
            if (waiting.isPresent()) {
                return UndoText.applied(out, undoing, waiting.get().name(), mailing);
            }
            UndoResult planned = mailing.working(
                    name,
                    () -> undoing.plan(name, deleteCreated, undo -> {
                        mailing.began(undo);
                        UndoText.announce(out, "Undo", undo, name);
                    }));
            if (apply) {
                return UndoText.applied(out, undoing, planned.run().name(), mailing);
            }
            UndoText.print(out, planned);
            out.println(
                    planned.summary().planned() == 0
                            ? "Nothing is to be taken back."
                            : "Nothing was written to the site. `run.sh apply %s` takes it back."
                                    .formatted(planned.run().name()));
            out.flush();
            mailing.tell(planned.summary(), planned.reports());
            return UndoText.ending(planned).number();
        }
    }
}
