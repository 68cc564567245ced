package org.rollcall.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollcall.cli.display.Display;
import org.rollcall.operation.SettingsException;
import org.rollcall.provision.Planning;
import org.rollcall.provision.ProvisionResult;
import org.rollcall.undo.Undoing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code apply PLAN}: what a plan says, and nothing else. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Carries out a plan that `run.sh plan` or `run.sh undo` made, and nothing else. The roster is not read again.",
            "",
            "The plan holds for the site and the settings that it was made with. What has changed on the site since then is"
                    + " looked at before it is written, left as it is, and told. An interrupted apply goes on when the same"
                    + " command is given again."
        })
final class ApplyCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PLAN",
            description = "the plan's name, such as 2026-11-21-0007, or the folder of its reports")
    @SuppressWarnings("NullAway.Init")
    private Path plan;

    @Option(
            names = "--approve",
            paramLabel = "REASON",
            description = "carry the plan out although it is held, and why; who says so is kept with the run")
    private @Nullable String approval;

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
        if (approval != null && approval.isBlank()) {
            throw new SettingsException("--approve needs a reason.");
        }
        Map<String, Object> settings = new HashMap<>(sendingOptions.settings());
        settings.putAll(rollcall.settings());
        try (JobSession session = displayOptions.session(display, settings)) {
            String name = String.valueOf(plan.getFileName());
            Mailing mailing = displayOptions.mailing(session);
            Undoing undoing = session.get(Undoing.class);
            if (undoing.isUndo(name)) {
                return UndoText.applied(display, undoing, name, mailing);
            }
            ProvisionResult result = mailing.working(
                    name,
                    () -> session.get(Planning.class).apply(name, approval, run -> {
                        mailing.began(run);
                        RunAnnouncement.tell(display, "Applying", run);
                    }));
            int exitCode = SummaryText.tell(display, result);
            mailing.tell(result.summary(), result.reports());
            return exitCode;
        }
    }
}
