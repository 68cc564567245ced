package org.rollcall.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollcall.check.CheckResult;
import org.rollcall.check.Finding;
import org.rollcall.check.Light;
import org.rollcall.check.SiteCheck;
import org.rollcall.operation.Home;
import org.rollcall.operation.Site;
import org.rollcall.report.TrialMail;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code check}: looks the site over, for the person who sets it up. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Looks the site over and changes nothing on it: whether it can be reached, who the token is, which functions and"
                    + " rights are missing, and where in Moodle's administration each is mended.",
            "",
            "A red line is what keeps provision from its work, an amber one what it may run into. The exit code is 0 only if"
                    + " no line is red, 2 if a setting has to be mended (or the trial mail was not sent), and 3 if the site"
                    + " cannot be reached now."
        })
final class CheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--course",
            paramLabel = "SHORTNAME",
            description = "the course in which enrolling is tried out, which changes nothing; any course unless given")
    private @Nullable String course;

    @Option(names = "--mail", description = "send a trial mail, too, to everybody whom rollcall.mail.to names")
    private boolean mail;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Rollcall rollcall;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Object> overrides = rollcall.settings();
        try (ConfigurableApplicationContext parts =
                RollcallContext.withoutState(Home.fromEnvironment(), overrides, CheckApplication.class)) {
            Site site = parts.getBean(Site.class);
            out.printf("%s%n%n", site.isSandbox() ? "The sandbox, Rollcall's built-in practice Moodle" : site.name());
            out.flush();
            CheckResult result = parts.getBean(SiteCheck.class).run(course);
            result.findings().forEach(finding -> print(out, finding));
            conclude(out, result);
            ExitCode ending = exitCode(result);
            return (mail && !isMailed(out, parts.getBean(TrialMail.class)) && ending == ExitCode.DONE
                            ? ExitCode.USAGE
                            : ending)
                    .number();
        }
    }

    private static boolean isMailed(PrintWriter out, TrialMail trial) {
        Optional<String> failure = trial.send();
        out.println(failure.orElseGet(() -> "A trial mail went to " + trial.recipients() + "."));
        out.flush();
        return failure.isEmpty();
    }

    private static void print(PrintWriter out, Finding finding) {
        String light = switch (finding.light()) {
            case GREEN -> "@|green green|@";
            case AMBER -> "@|bold,yellow amber|@";
            case RED -> "@|bold,red red|@  ";
        };
        out.printf("%s  %-12s  %s%n", Ansi.AUTO.string(light), finding.subject(), finding.sentence());
        if (finding.remedy() != null) {
            out.printf("%21s-> %s%n", "", finding.remedy());
        }
        out.flush();
    }

    private static void conclude(PrintWriter out, CheckResult result) {
        long red = result.count(Light.RED);
        long amber = result.count(Light.AMBER);
        String lights = "%,d green, %,d amber, %,d red".formatted(result.count(Light.GREEN), amber, red);
        out.printf("%n%s: %s%n", lights, red == 0 ? "provision can go to work." : "provision would fail.");
        out.flush();
    }

    private static ExitCode exitCode(CheckResult result) {
        if (result.count(Light.RED) == 0) {
            return ExitCode.DONE;
        }
        return result.unavailable() ? ExitCode.UNAVAILABLE : ExitCode.USAGE;
    }
}
