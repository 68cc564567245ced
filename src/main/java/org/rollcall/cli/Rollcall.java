package org.rollcall.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollcall.operation.FolderSettings;
import org.rollcall.operation.Home;
import org.rollcall.operation.SettingsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: finds the command that the arguments name, and ends with its exit code. */
@Command(
        name = "run.sh",
        mixinStandardHelpOptions = true,
        versionProvider = Rollcall.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        header = "Rollcall makes a Moodle site agree with a roster.%n",
        description = "A roster is a CSV or Excel file with one person a row, as Moodle's own 'Upload users' takes it.",
        commandListHeading = "%nCommands:%n",
        footer = "%n`run.sh COMMAND --help` explains a command. `run.sh test` runs every test of the program.",
        subcommands = {
            ProvisionCommand.class,
            PlanCommand.class,
            ApplyCommand.class,
            UndoCommand.class,
            WatchCommand.class,
            RunsCommand.class,
            ShowCommand.class,
            ReportCommand.class,
            PurgeCommand.class,
            ProgressCommand.class,
            InspectCommand.class,
            CheckCommand.class,
            SampleCommand.class,
            SandboxCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Rollcall implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "on a failure, show the program's own trace too, and log in more detail")
    private boolean debugging;

    @Option(
            names = "--inbox",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description =
                    "work with the settings of a folder of the inbox, those in config/inbox/NAME.yml laid over the"
                            + " others")
    private @Nullable String folder;

    boolean isDebugging() {
        return debugging;
    }

    /** The settings that the options of every command stand for, by name. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        if (debugging) {
            settings.put("logging.level.org.rollcall", "debug");
        }
        if (folder != null) {
            settings.putAll(settings(new FolderSettings(Home.fromEnvironment(), folder)));
        }
        return settings;
    }

    private static Map<String, Object> settings(FolderSettings folder) {
        if (!Files.exists(folder.file())
                && !Files.isDirectory(folder.home().inbox().resolve(folder.folder()))) {
            throw new SettingsException("There is no folder %s (--inbox): neither inbox/%s nor %s is there."
                    .formatted(folder.folder(), folder.folder(), folder.fileName()));
        }
        return folder.location();
    }

    /** Ends the process with the exit code of the command. */
    public static void main(String[] args) {
        // Else a setting's fault would be told half in English and half in the language of the machine.
        Locale.setDefault(Locale.ENGLISH);
        try {
            System.setProperty("rollcall.log", Home.fromEnvironment().log().toString());
        } catch (InvalidPathException unreadable) {
            System.err.println("ROLLCALL_HOME cannot be read as a folder here: " + unreadable.getInput()
                    + "; set LC_ALL to a locale with UTF-8, such as C.UTF-8.");
            System.exit(ExitCode.USAGE.number());
        }
        int exitCode = ExitCode.FAULT.number();
        try {
            exitCode = commandLine().execute(args);
        } finally {
            StopOnSignal.programEnded();
        }
        System.exit(exitCode);
    }

    /** The whole command line, ready to execute arguments. */
    public static CommandLine commandLine() {
        Rollcall rollcall = new Rollcall();
        CommandLine all = new CommandLine(rollcall)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Endings(rollcall))
                .setUsageHelpWidth(100);
        IParameterExceptionHandler usage = all.getParameterExceptionHandler();
        all.setParameterExceptionHandler((wrong, arguments) -> {
            int code = usage.handleParseException(wrong, arguments);
            DisplayOptions.tellPrograms(wrong.getCommandLine(), List.of(arguments), code, wrong.getMessage());
            return code;
        });
        Stream.concat(
                        Stream.of(all),
                        Stream.of("provision", "plan", "apply", "undo", "watch").map(all.getSubcommands()::get))
                .forEach(command -> command.getCommandSpec()
                        .usageMessage()
                        .exitCodeListHeading("%nExit codes:%n")
                        .exitCodeList(ExitCode.explained()));
        return all;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    /** Tells the version that the jar was built as. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Rollcall.class.getPackage().getImplementationVersion();
            return new String[] {"Rollcall " + (version == null ? "(not packaged)" : version)};
        }
    }
}
