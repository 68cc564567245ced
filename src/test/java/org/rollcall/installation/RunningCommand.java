package org.rollcall.installation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command that goes on until it is stopped, in a process of its own. */
public final class RunningCommand implements AutoCloseable {

    private static final long SIGINT_BIT = 1 << 1;

    private final Process process;
    private final BufferedReader out;

    private RunningCommand(Process process) {
        this.process = process;
        this.out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
    }

    /** Gives the command; its home is the folder. */
    public static RunningCommand in(Path home, String... arguments) throws IOException {
        return in(home, List.of(), arguments);
    }

    /** The same, with more options for its Java. */
    public static RunningCommand in(Path home, List<String> javaOptions, String... arguments) throws IOException {
        return new RunningCommand(new ProcessBuilder(Installation.program(home, javaOptions, arguments))
                .redirectErrorStream(true)
                .start());
    }

    /** Waits for a line in which the pattern is found, and gives the pattern's first group. */
    public String awaitLine(String pattern) throws IOException {
        List<String> before = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher matcher = Pattern.compile(pattern).matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
            before.add(line);
        }
        throw new AssertionError("No line with " + pattern + " in " + before);
    }

    /** Whether this process, and so each that it starts, ignores Ctrl-C, as those do that a script starts with an &. */
    public static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & SIGINT_BIT) != 0);
    }

    /** Sends a signal, such as INT for Ctrl-C. */
    public void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Waits for its end. */
    public void awaitEnd() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("The command did not end");
        }
    }

    /** Waits for its end; what was printed since the last line that was waited for comes too. */
    public Ending await() throws InterruptedException {
        awaitEnd();
        return new Ending(process.exitValue(), String.join("\n", out.lines().toList()), "");
    }

    /** Sends a signal, such as INT for Ctrl-C, and waits for the end. */
    public Ending stop(String signal) throws IOException, InterruptedException {
        signal(signal);
        return await();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
