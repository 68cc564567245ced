package org.rollcall.cli.display;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What is known about where the output goes. {@code run.sh} tells whether that is a terminal, and how wide it is: Java
 * itself can tell only where its input comes from a terminal, too.
 */
final class Terminal {

    private static final int USUAL_WIDTH = 80;
    private static final int WIDEST = 110;

    /** What stays free at the end of a line: a terminal wraps a full one, and shows ^C behind it. */
    private static final int MARGIN = 3;

    private Terminal() {}

    /** How a line is drawn again and again in its place; empty where that cannot be done. */
    static Optional<ProgressLine> line() {
        return line(System.getenv(), System.getProperties(), isConsole());
    }

    static Optional<ProgressLine> line(Map<String, String> environment, Properties properties, boolean console) {
        String kind = environment.getOrDefault("TERM", "");
        if (kind.equals("dumb") || !(console || properties.containsKey("rollcall.terminal"))) {
            return Optional.empty();
        }
        return Optional.of(new ProgressLine(
                width(properties.getProperty("rollcall.columns", environment.getOrDefault("COLUMNS", ""))),
                charset(properties).newEncoder().canEncode("█░"),
                !kind.isEmpty() && environment.getOrDefault("NO_COLOR", "").isEmpty()));
    }

    private static int width(String columns) {
        int told = columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : 0;
        return Math.min(told == 0 ? USUAL_WIDTH : told, WIDEST) - MARGIN;
    }

    private static Charset charset(Properties properties) {
        String name = properties.getProperty(
                "stdout.encoding",
                properties.getProperty(
                        "sun.stdout.encoding", Charset.defaultCharset().name()));
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Charset.defaultCharset();
        }
    }

    /** From Java 22 on there is a console without a terminal, too, and it says so. */
    @SuppressWarnings("SystemConsoleNull") // before Java 22 there is none then
    private static boolean isConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException cannotTell) {
            return false;
        }
    }
}
