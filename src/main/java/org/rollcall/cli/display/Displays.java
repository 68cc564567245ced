package org.rollcall.cli.display;

import java.io.PrintWriter;

/** The displays that there are. */
public final class Displays {

    private Displays() {}

    /** For people: a live line where that goes, and else plain lines. */
    public static Display forPeople(PrintWriter out) {
        return Terminal.line().<Display>map(line -> new LiveDisplay(out, line)).orElseGet(() -> new PlainDisplay(out));
    }

    /** For people who want to know only what they have to know. */
    public static Display quiet(PrintWriter out, PrintWriter err) {
        return new QuietDisplay(out, err);
    }

    /** For programs. */
    public static Display json(PrintWriter out, PrintWriter err) {
        return new JsonDisplay(out, err);
    }

    /** Tells programs that, and why, a command ended otherwise than with a result. */
    public static void jsonError(PrintWriter out, int exitCode, String message) {
        new JsonDisplay(out, out).error(exitCode, message);
    }
}
