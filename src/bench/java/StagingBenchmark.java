import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rollcall.ledger.NewRun;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.Runs;
import org.rollcall.ledger.StagedRows;
import org.rollcall.inspect.Inspection;
import org.rollcall.operation.Home;
import org.rollcall.operation.JobRunner;
import org.rollcall.provision.ProvisionJobConfiguration;
import org.rollcall.roster.RosterFile;
import org.rollcall.roster.RosterReader;
import org.rollcall.roster.RosterRules;
import org.rollcall.roster.RowParser;
import org.rollcall.roster.SampleRoster;
import org.rollcall.roster.file.RosterLine;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import jakarta.validation.Validator;

/**
 * How fast rosters are read, validated and staged, each as a ratio against a bare parse of the same file:
 * {@code java -Xmx512m -cp target/rollcall.jar src/bench/java/StagingBenchmark.java ROWS [xlsx]}.
 */
public final class StagingBenchmark {

    private StagingBenchmark() {}

    public static void main(String[] args) throws Exception {
        int rows = Integer.parseInt(args[0]);
        String kind = args.length > 1 ? args[1] : "csv";
        Path home = Files.createTempDirectory("staging");
        try (ConfigurableApplicationContext parts = start(home)) {
            measure(home, parts, rows / 10, kind, false);
            measure(home, parts, rows / 10, kind, true);
            measure(home, parts, rows, kind, true);
        } finally {
            delete(home);
        }
    }

    private static void measure(Path home, ConfigurableApplicationContext parts, int rows, String kind, boolean told)
            throws Exception {
        Path roster = home.resolve("roster-" + rows + (told ? "" : "-warm") + "." + kind);
        SampleRoster.write(roster, rows);
        Time bare = kind.equals("csv") ? time(() -> bare(roster)) : new Time(0, 0);
        Time read = time(() -> read(parts, roster, false));
        Time validated = time(() -> read(parts, roster, true));
        Time staged = time(() -> stage(parts, roster));
        if (told) {
            System.out.printf("%,d rows of %s, %,d bytes%n", rows, kind, Files.size(roster));
            if (bare.seconds() > 0) {
                tell("bare parse (OpenCSV)", rows, bare, bare);
            }
            tell("read", rows, read, bare);
            tell("read and validated", rows, validated, bare);
            tell("read, validated and staged", rows, staged, bare);
            System.out.printf("  peak heap %,d MB of %,d MB%n", peak(), Runtime.getRuntime().maxMemory() >> 20);
        }
        Files.delete(roster);
    }

    private static void tell(String what, int rows, Time time, Time bare) {
        System.out.printf(
                "  %-28s %8.2f s  %,10.0f rows/s  processor %8.2f s", what, time.seconds(), rows / time.seconds(), time.cpuSeconds());
        System.out.println(
                bare.seconds() > 0 ? "  %6.1f times the bare parse".formatted(time.seconds() / bare.seconds()) : "");
    }

    private static long bare(Path roster) throws Exception {
        long cells = 0;
        try (var csv = new com.opencsv.CSVReader(Files.newBufferedReader(roster))) {
            for (String[] row = csv.readNext(); row != null; row = csv.readNext()) {
                cells += row.length;
            }
        }
        return cells;
    }

    private static long read(ConfigurableApplicationContext parts, Path roster, boolean validating) {
        var rules = parts.getBean(RosterRules.class);
        long problems = 0;
        try (RosterReader reader = RosterFile.open(roster, rules)) {
            RowParser parser = new RowParser(reader.header(), parts.getBean(Validator.class), rules);
            for (RosterLine line = reader.next(); line != null; line = reader.next()) {
                problems += validating ? parser.parse(line).problems().size() : line.number();
            }
        }
        return problems;
    }

    private static long stage(ConfigurableApplicationContext parts, Path roster) throws Exception {
        var rules = parts.getBean(RosterRules.class);
        NewRun wanted;
        try (RosterReader reader = RosterFile.open(roster, rules)) {
            wanted = new NewRun(
                    roster.getFileName().toString(),
                    RosterFile.sha256(roster),
                    "0".repeat(64),
                    "benchmark",
                    "benchmark",
                    reader.header().names(),
                    reader.details(),
                    List.of());
        }
        Run run = parts.getBean(Runs.class).resumeOrBegin(wanted);
        Job job = new JobBuilder("benchmark", parts.getBean(JobRepository.class))
                .start(parts.getBean("stageRosterStep", Step.class))
                .next(parts.getBean("findRepeatedStep", Step.class))
                .build();
        JobExecution execution = parts.getBean(JobRunner.class)
                .run(
                        job,
                        new JobParametersBuilder()
                                .addLong("run", run.id())
                                .addString("roster", roster.toString(), false)
                                .toJobParameters());
        execution.getStepExecutions()
                .forEach(step -> System.out.printf(
                        "    %s %s %.2f s%n",
                        step.getStepName(),
                        step.getStatus(),
                        java.time.Duration.between(step.getStartTime(), step.getEndTime()).toMillis() / 1000.0));
        // Of the same bytes again a new run would be begun, as after a run that is done.
        parts.getBean(Runs.class).complete(run.id());
        return run.id();
    }

    private static ConfigurableApplicationContext start(Path home) throws Exception {
        return new SpringApplicationBuilder(Class.forName("org.rollcall.cli.RollcallApplication"))
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .initializers(context -> context.getBeanFactory().registerSingleton("home", new Home(home)))
                .run();
    }

    private static Time time(Work work) throws Exception {
        System.gc();
        long began = System.nanoTime();
        long cpuBefore = cpu();
        work.run();
        return new Time((System.nanoTime() - began) / 1e9, (cpu() - cpuBefore) / 1e9);
    }

    /** What all threads took of the processors, in nanoseconds: on a busy machine it moves less than the clock does. */
    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private record Time(double seconds, double cpuSeconds) {}

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private interface Work {
        long run() throws Exception;
    }
}
