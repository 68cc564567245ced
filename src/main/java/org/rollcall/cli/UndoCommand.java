package org.rollcall.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.cli.display.Display;
import org.rollcall.ledger.Run;
import org.rollcall.undo.UndoResult;
import org.rollcall.undo.Undoing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

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

    @Mixin
    private final DisplayOptions displayOptions = new DisplayOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Rollcall rollcall;

    @Override
    public Integer call() {
        Display display = displayOptions.display();
        Map<String, Object> settings = new HashMap<>(sendingOptions.settings());
        settings.putAll(rollcall.settings());
        try (JobSession session = displayOptions.session(display, settings)) {
            Mailing mailing = displayOptions.mailing(session);
            Undoing undoing = session.get(Undoing.class);
            String name = String.valueOf(run.getFileName());
            Optional<Run> waiting = apply ? undoing.waiting(name, deleteCreated) : Optional.empty();
            if (waiting.isPresent()) {
                return UndoText.applied(display, undoing, waiting.get().name(), mailing);
            }
            UndoResult planned = mailing.working(
                    name,
                    () -> undoing.plan(name, deleteCreated, undo -> {
                        mailing.began(undo);
                        UndoText.announce(display, "Undo", undo, name);
                    }));
            if (apply) {
                return UndoText.applied(display, undoing, planned.run().name(), mailing);
            }
            int exitCode = UndoText.planned(display, planned);
            mailing.tell(planned.summary(), planned.reports());
            return exitCode;
        }
    }
}
