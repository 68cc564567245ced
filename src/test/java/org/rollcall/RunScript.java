package org.rollcall;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A copy of {@code run.sh} in a folder of its own, whose Java and Maven are small scripts: the Java prints what it was
 * given, the Maven notes that it was called and makes a jar. Nothing of this machine's own is on the PATH but the tools
 * that every system has.
 */
final class RunScript {

    private static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "dirname",
            "env",
            "find",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sh",
            "tail",
            "touch");

    private final Path tools;
    private final Path programs;
    private final Map<String, String> environment = new HashMap<>();

    /** Where the script lies. */
    final Path installation;

    /** How the script ended. */
    record Ended(int exitCode, List<String> out, List<String> err) {}

    private RunScript(Path folder) throws IOException {
        tools = Files.createDirectories(folder.resolve("tools"));
        programs = Files.createDirectories(folder.resolve("programs"));
        installation = Files.createDirectories(folder.resolve("roll call"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(tools.resolve(tool), onPath(tool));
        }
        Files.copy(Path.of("run.sh"), installation.resolve("run.sh"));
        Files.writeString(installation.resolve("pom.xml"), "<project/>");
        Files.createDirectories(installation.resolve("src/main/java"));
        Files.writeString(installation.resolve("src/main/java/A.java"), "class A {}");
        age(installation.resolve("pom.xml"), 60);
        age(installation.resolve("src/main/java/A.java"), 60);
        age(installation.resolve("src/main/java"), 60);
        age(installation.resolve("src/main"), 60);
    }

    /** An installation as it was cloned, with a JDK 17 and Maven 3.9 on the PATH. */
    static RunScript in(Path folder) throws IOException {
        RunScript script = new RunScript(folder);
        script.withJava("17.0.15");
        script.program("javac", "exit 0");
        script.withMaven("3.9.9");
        return script;
    }

    private static Path onPath(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("This machine has no " + tool));
    }

    void program(String name, String text) throws IOException {
        executable(programs.resolve(name), text);
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, "#!/usr/bin/env bash\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    void without(String program) throws IOException {
        Files.delete(programs.resolve(program));
    }

    /** Puts a Java on the PATH that says it is this version. */
    void withJava(String version) throws IOException {
        program("java", java(version));
    }

    /** Puts a Java where JAVA_HOME leads. */
    void withJavaHome(Path home, String version) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        executable(home.resolve("bin/java"), java(version));
        executable(home.resolve("bin/javac"), "exit 0");
        with("JAVA_HOME", home.toString());
    }

    private static String java(String version) {
        return """
                if [ "$1" = -version ]; then
                    printf 'openjdk version "%s" 2025-04-15\\nOpenJDK Runtime Environment\\n' >&2
                    exit 0
                fi
                echo "java %s home=$ROLLCALL_HOME"
                for argument in "$@"; do echo "[$argument]"; done
                exit "${ENDS_WITH:-0}"
                """.formatted(version, version);
    }

    void withMaven(String version) throws IOException {
        maven(version, "printf x >target/rollcall.jar");
    }

    /** Puts a Maven on the PATH that does this when it is asked to build. */
    void maven(String version, String building) throws IOException {
        program("mvn", """
                if [ "$1" = --version ]; then
                    printf '\\033[1mApache Maven %s (abc)\\033[m\\nMaven home: /opt/maven\\n'
                    exit 0
                fi
                echo "mvn $*" >>mvn-calls
                echo "output of the build"
                mkdir -p target
                %s
                """.formatted(version, building));
    }

    void with(String variable, String value) {
        environment.put(variable, value);
    }

    /** How often Maven was called to do something, and what with. */
    List<String> builds() throws IOException {
        Path calls = installation.resolve("mvn-calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** Makes a file look as if it had been written so many seconds ago; none are in the future. */
    static void age(Path file, long seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
    }

    /** Makes all that was built look older than the sources could be. */
    void ageTheBuild() throws IOException {
        try (var files = Files.walk(installation.resolve("target"))) {
            for (Path file : files.toList()) {
                age(file, 30);
            }
        }
    }

    Ended run(String... arguments) throws Exception {
        return runAs(installation, installation.resolve("run.sh").toString(), arguments);
    }

    /** Runs the script from a folder, under a name. */
    Ended runAs(@Nullable Path from, String name, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(tools.resolve("bash").toString(), name));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("run", ".out");
        Path err = Files.createTempFile("run", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            if (from != null) {
                builder.directory(from.toFile());
            }
            builder.environment().clear();
            builder.environment().put("PATH", programs + File.pathSeparator + tools);
            builder.environment().putAll(environment);
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The script did not end");
            }
            return new Ended(process.exitValue(), lines(out), lines(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
    }
}
