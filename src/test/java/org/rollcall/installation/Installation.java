package org.rollcall.installation;

import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rollcall.cli.Rollcall;
import org.rollcall.sandbox.Sandbox;
import org.rollcall.sandbox.SandboxOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An installation of Rollcall in a folder of its own, with a practice site in memory. */
public final class Installation implements AutoCloseable {

    private final Path home;
    private final Sandbox sandbox;

    private Installation(Path home, Sandbox sandbox) {
        this.home = home;
        this.sandbox = sandbox;
    }

    /** Sets an installation up whose site is the practice Moodle. */
    public static Installation in(Path home) throws IOException {
        return in(home, SandboxOptions.inMemory());
    }

    /** Sets an installation up with a site of the test's choice. */
    public static Installation in(Path home, SandboxOptions options) throws IOException {
        Installation installation = new Installation(home, Sandbox.start(options));
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/token"), installation.sandbox.token());
        installation.settings(installation.sandbox.url(), "");
        return installation;
    }

    /** Writes the settings, with a site and further lines below {@code rollcall:}. */
    public void settings(URI site, String more) throws IOException {
        Files.writeString(home.resolve("config/application.yml"), """
                rollcall:
                  site:
                    url: %s
                    token-file: config/token
                    retry-delay: 10ms
                    settle-delay: 10ms
                """.formatted(site) + more.indent(2));
    }

    /** Writes the settings, with further lines below {@code rollcall:}. */
    public void settings(String more) throws IOException {
        settings(sandbox.url(), more);
    }

    public Path home() {
        return home;
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /** Writes a roster of these lines. */
    public Path roster(String name, List<String> lines) throws IOException {
        return Files.write(home.resolve(name), lines);
    }

    /** Gives a command, in this process; its log lies in the installation, too. */
    public Ending command(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Map<String, String> properties = Map.of(
                "rollcall.home",
                home.toString(),
                "rollcall.log",
                home.resolve("var/log/rollcall.log").toString());
        Map<String, @Nullable String> before = new HashMap<>();
        properties.forEach((name, value) -> before.put(name, System.setProperty(name, value)));
        try {
            int exitCode = Rollcall.commandLine()
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true))
                    .execute(arguments);
            return new Ending(exitCode, out.toString(), err.toString());
        } finally {
            before.forEach(Installation::restore);
        }
    }

    private static void restore(String property, @Nullable String value) {
        if (value == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, value);
        }
    }

    /** Gives a command, in a process of its own, with more options for its Java. */
    public Ending commandInChild(List<String> javaOptions, String... arguments) throws Exception {
        return commandInChild(home, javaOptions, arguments);
    }

    /** Gives a command, in a process of its own that stands in some folder. */
    public Ending commandInChild(Path folder, List<String> javaOptions, String... arguments) throws Exception {
        List<String> command = program(home, javaOptions, arguments);
        File out = Files.createTempFile(home, "child", ".out").toFile();
        File err = Files.createTempFile(home, "child", ".err").toFile();
        Process child = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out)
                .redirectError(err)
                .start();
        if (!child.waitFor(120, TimeUnit.SECONDS)) {
            child.destroyForcibly();
            throw new AssertionError("The child did not end: " + Files.readString(out.toPath()));
        }
        return new Ending(child.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    /** How the program is started in a process of its own. */
    static List<String> program(Path home, List<String> javaOptions, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Drollcall.home=" + home));
        command.addAll(javaOptions);
        command.add(Rollcall.class.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    /** A report of a run. */
    public Path report(String run, String name) {
        return home.resolve("reports").resolve(run).resolve(name);
    }

    /** The summary of a run. */
    public JsonNode summary(String run) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(report(run, "summary.json")));
    }

    /** The lines of a report in CSV, its header first. */
    public List<List<String>> csv(String run, String name) throws IOException {
        try (Reader reader = Files.newBufferedReader(report(run, name))) {
            reader.mark(1);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            return new CSVReaderBuilder(reader)
                    .withCSVParser(new RFC4180ParserBuilder().build()).build().readAll().stream()
                            .map(List::of)
                            .toList();
        } catch (CsvException broken) {
            throw new AssertionError(name + " is no CSV", broken);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
