package org.rollcall.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.cli.display.Display;
import org.rollcall.cli.display.Displays;
import org.rollcall.operation.SettingsException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of every command that runs a job: how much of it is told, and to whom. */
final class DisplayOptions {

    private static final String JSON = "--json";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--quiet",
            description =
                    "say nothing where all went well, and else only what has to be known, such as where the rejects"
                            + " are")
    private boolean quiet;

    @Option(
            names = JSON,
            description =
                    "for programs: one object of JSON a line, for each run, step and result, and for an error; every"
                            + " few seconds one for how far a step is")
    private boolean json;

    /** @throws SettingsException when both are asked for */
    Display display() {
        if (quiet && json) {
            throw new SettingsException("--quiet and --json exclude each other; give one of them.");
        }
        CommandLine command = spec.commandLine();
        if (quiet) {
            return Displays.quiet(command.getOut(), command.getErr());
        }
        return json ? Displays.json(command.getOut(), command.getErr()) : Displays.forPeople(command.getOut());
    }

    /** A session that tells how far it is on a display. */
    JobSession session(Display display, Map<String, Object> settings) {
        return JobSession.open(display, CommandText.of(spec.root().commandLine().getParseResult()), settings);
    }

    /** What mails what the command comes to. */
    Mailing mailing(JobSession session) {
        return new Mailing(session, spec.commandLine().getErr());
    }

    /** Tells programs how a command ended that has no result, if it was asked to. */
    static void tellPrograms(CommandLine command, List<String> arguments, int exitCode, @Nullable String sentence) {
        if (arguments.contains(JSON)) {
            Displays.jsonError(command.getOut(), exitCode, String.valueOf(sentence));
        }
    }
}
