package org.rollcall.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rollcall.inspect.Inspection;
import org.rollcall.inspect.RosterInspection;
import org.rollcall.operation.Home;
import org.rollcall.roster.RosterRules;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code inspect ROSTER}: what Rollcall sees in a file, before anything is done with it. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what Rollcall sees in a roster: what kind of file it is, which column is read as what, the first rows, and"
                    + " how many rows have which problem.",
            "",
            "Neither a site nor the job state is touched. The exit code is 0 if a run would take every row, 1 if it would"
                    + " reject some, and 2 if the file is no roster. Whether the site has the courses, and whether an account"
                    + " needs a password, only a run finds out."
        })
final class InspectCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "ROSTER", description = "the file")
    @SuppressWarnings("NullAway.Init")
    private Path roster;

    @Mixin
    private final RosterOptions rosterOptions = new RosterOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Rollcall rollcall;

    @Override
    public Integer call() {
        Map<String, Object> overrides = new HashMap<>(rosterOptions.settings());
        overrides.putAll(rollcall.settings());
        RosterPath.check(roster);
        try (ConfigurableApplicationContext parts =
                RollcallContext.withoutState(Home.fromEnvironment(), overrides, InspectApplication.class)) {
            Inspection inspection = parts.getBean(RosterInspection.class).of(roster, parts.getBean(RosterRules.class));
            new InspectionText(spec.commandLine().getOut()).print(roster, inspection);
            return (inspection.faulty() > 0 ? ExitCode.REJECTS : ExitCode.DONE).number();
        }
    }
}
