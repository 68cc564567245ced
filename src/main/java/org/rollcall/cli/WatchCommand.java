package org.rollcall.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.rollcall.intake.InboxFolder;
import org.rollcall.intake.IntakeListener;
import org.rollcall.intake.IntakeOutcome;
import org.rollcall.intake.Watcher;
import org.rollcall.intake.monitoring.Monitoring;
import org.rollcall.operation.FolderSettings;
import org.rollcall.operation.Home;
import org.rollcall.operation.MonitoringSettings;
import org.rollcall.operation.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code watch}: rosters that are dropped into the inbox are worked on, one after the other, until Ctrl-C. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Works on the rosters that are dropped into inbox/ and the folders right below it, one after the other, until"
                    + " Ctrl-C. A file is taken when it is whole, and ends in archive/DATE/RUN with its reports beside it; one"
                    + " that cannot be read ends in archive/DATE/unreadable with a note.",
            "",
            "config/inbox/FOLDER.yml has the settings of a folder, laid over those in config/application.yml."
                    + " rollcall.schedule says at which times files are taken; at any time unless set. docs/nightly.md tells"
                    + " more."
        })
final class WatchCommand implements Callable<Integer> {

    /** How bad an end is, the worst first. */
    private static final List<ExitCode> WORST_FIRST = List.of(
            ExitCode.FAULT, ExitCode.USAGE, ExitCode.UNAVAILABLE, ExitCode.HELD, ExitCode.REJECTS, ExitCode.DONE);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--once",
            description =
                    "take what lies there and is whole now, whatever the schedule, and end with the worst exit code")
    private boolean once;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Rollcall rollcall;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Home home = Home.fromEnvironment();
        if (FolderSettings.of(rollcall.settings(), home).isPresent()) {
            throw new SettingsException("watch works on every folder under its own settings; leave --inbox away.");
        }
        Clock clock = Clock.systemUTC();
        try (StopOnSignal signal = new StopOnSignal()) {
            WatchText text = new WatchText(out, clock);
            if (once) {
                FolderContexts folders = new FolderContexts(home, rollcall.settings());
                Watcher watcher = new Watcher(home, folders::settings, folders, List.of(text), clock);
                return exitCode(stoppedBy(signal, watcher, folders).watchOnce()).number();
            }
            watch(home, clock, text, signal);
            return ExitCode.DONE.number();
        }
    }

    private void watch(Home home, Clock clock, WatchText text, StopOnSignal signal) {
        MonitoringSettings settings = new FolderContexts(home, rollcall.settings())
                .settings(new InboxFolder("", home.inbox()))
                .monitoring();
        try (Monitoring monitoring = settings.enabled() ? Monitoring.start(settings.port()) : Monitoring.none()) {
            FolderContexts folders = new FolderContexts(
                    home, rollcall.settings(), monitoring.guests().toArray());
            List<IntakeListener> listeners = new ArrayList<>(monitoring.listeners());
            listeners.add(text);
            Watcher watcher = new Watcher(home, folders::settings, folders, listeners, clock);
            monitoring.observe(watcher::waiting);
            PrintWriter out = spec.commandLine().getOut();
            out.printf("Watching %s; Ctrl-C ends it.%n", home.inbox());
            monitoring.address().ifPresent(address -> out.printf("How it is: %s%n", address));
            out.flush();
            stoppedBy(signal, watcher, folders).watch();
            out.println("The watch has ended.");
            out.flush();
        }
    }

    private static Watcher stoppedBy(StopOnSignal signal, Watcher watcher, FolderContexts folders) {
        signal.calls(() -> {
            watcher.stop();
            folders.stop();
        });
        return watcher;
    }

    private static ExitCode exitCode(Set<IntakeOutcome> outcomes) {
        Set<ExitCode> codes = outcomes.stream().map(WatchCommand::exitCode).collect(Collectors.toSet());
        return WORST_FIRST.stream().filter(codes::contains).findFirst().orElse(ExitCode.DONE);
    }

    private static ExitCode exitCode(IntakeOutcome outcome) {
        return switch (outcome) {
            case DONE, PLANNED -> ExitCode.DONE;
            case REJECTS -> ExitCode.REJECTS;
            case HELD -> ExitCode.HELD;
            case UNREADABLE, REFUSED -> ExitCode.USAGE;
            case STOPPED, CHANGED, UNAVAILABLE -> ExitCode.UNAVAILABLE;
            case FAULT -> ExitCode.FAULT;
        };
    }
}
