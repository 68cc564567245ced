package org.rollcall.cli;

import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rollcall.operation.SettingsException;
import org.rollcall.sandbox.FaultRule;
import org.rollcall.sandbox.Sandbox;
import org.rollcall.sandbox.SandboxException;
import org.rollcall.sandbox.SandboxOptions;
import org.rollcall.sandbox.SandboxToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sandbox}: the practice Moodle as a site of its own, until Ctrl-C. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the practice Moodle as a site of its own, on this machine only, until Ctrl-C.",
            "",
            "Its data is gone when it ends, unless --folder says where to keep it. docs/sandbox.md tells more."
        })
final class SandboxCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    /** Moodle's debug levels, by the names of its settings page. */
    enum DebugLevel {
        NONE(0),
        MINIMAL(5),
        NORMAL(15),
        ALL(30_719),
        DEVELOPER(32_767);

        private final int number;

        DebugLevel(int number) {
            this.number = number;
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "where to listen on this machine (${DEFAULT-VALUE}); 0 takes any free port")
    private int port;

    @Option(
            names = "--seed",
            paramLabel = "FILE",
            description = "what the site holds at first, in YAML (the practice site)")
    private @Nullable Path seed;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description =
                    "where its data is kept; data that is there is used, and of the seed only tokens and settings")
    private @Nullable Path folder;

    @Option(
            names = "--debug-level",
            paramLabel = "LEVEL",
            description =
                    "how much the site tells of errors, as Moodle's setting: ${COMPLETION-CANDIDATES} (the seed's)")
    private @Nullable DebugLevel debugLevel;

    @Option(
            names = "--max-input-vars",
            paramLabel = "N",
            description = "form fields of a request, beyond which PHP drops them without a word (the seed's, or 1000)")
    private @Nullable Integer maxInputVars;

    @Option(
            names = "--program-partner",
            description = "also answer the functions of a program partner's site, which no stock Moodle has")
    private boolean programPartner;

    @Option(
            names = "--fault",
            paramLabel = "RULE",
            description =
                    "what calls meet on their way, beside the seed's faults; may be repeated. Such as"
                            + " 'fault: status, status: 503, every: 10' or 'fault: drop-after-commit, of: core_user_create_users'")
    private List<String> faults = List.of();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        SandboxOptions options = options();
        List<FaultRule> rules =
                named("--fault", () -> faults.stream().map(FaultRule::read).toList());
        try (StopOnSignal signal = new StopOnSignal()) {
            run(options, rules, signal);
            out.printf("%nThe sandbox has ended.%n");
            out.flush();
        }
        return ExitCode.DONE.number();
    }

    private void run(SandboxOptions options, List<FaultRule> rules, StopOnSignal signal) throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        try (Sandbox sandbox = start(options)) {
            named("--fault", () -> {
                rules.forEach(sandbox.faults()::add);
                return sandbox;
            });
            signal.calls(asked::countDown);
            announce(sandbox);
            asked.await();
        }
    }

    private SandboxOptions options() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new SettingsException("--port has to be from 0 to " + HIGHEST_PORT + ".");
        }
        if (maxInputVars != null && maxInputVars < 1) {
            throw new SettingsException("--max-input-vars has to be 1 or more.");
        }
        SandboxOptions options =
                (folder == null ? SandboxOptions.inMemory() : SandboxOptions.in(folder)).withPort(port);
        options = debugLevel == null ? options : options.withDebug(debugLevel.number);
        options = maxInputVars == null ? options : options.withMaxInputVars(maxInputVars);
        options = programPartner ? options.withProgramPartner() : options;
        return seed == null ? options : seeded(options, seed);
    }

    private static SandboxOptions seeded(SandboxOptions options, Path seed) {
        return named("--seed", () -> options.withSeed(seed));
    }

    private static Sandbox start(SandboxOptions options) {
        try {
            return Sandbox.start(options);
        } catch (SandboxException unusable) {
            throw named(optionOf(unusable.getCause()), unusable);
        }
    }

    private static String optionOf(@Nullable Throwable cause) {
        if (cause == null) {
            return "--seed";
        }
        return cause instanceof BindException ? "--port" : "--folder";
    }

    private static <T> T named(String option, Supplier<T> part) {
        try {
            return part.get();
        } catch (SandboxException unusable) {
            throw named(option, unusable);
        }
    }

    private static SettingsException named(String option, SandboxException unusable) {
        return new SettingsException(option + ": " + unusable.getMessage(), unusable);
    }

    private void announce(Sandbox sandbox) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Practice Moodle   %s%n", sandbox.url());
        out.printf("Web services      %s%n", sandbox.service());
        out.printf("Data              %s%n", folder == null ? "in memory, gone when it ends" : folder);
        String label = "Token";
        for (SandboxToken token : sandbox.tokens()) {
            String remark = token.usable() ? "" : ", " + token.refusal();
            out.printf("%-17s %s (%s%s)%n", label, token.value(), token.user(), remark);
            label = "";
        }
        out.printf("%nTo work on it from another terminal:%n");
        out.printf(
                "  ROLLCALL_SITE_URL=%s ROLLCALL_MOODLE_TOKEN=%s ./run.sh provision ROSTER%n",
                sandbox.url(), sandbox.token());
        out.printf("or set rollcall.site.url in config/application.yml, and ROLLCALL_MOODLE_TOKEN. Ctrl-C ends it.%n");
        out.flush();
    }
}
