package org.rollcall.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a command ends, for scripts and schedules. */
public enum ExitCode {
    /** All rows are done. */
    DONE(0, "all rows are done"),
    /** Finished, and some rows came back. */
    REJECTS(1, "finished, and some rows came back as rejects"),
    /** Wrong use, wrong settings, or a file that is no roster; nothing was begun. */
    USAGE(2, "wrong use, wrong settings, or a file that is no roster"),
    /** The site was unavailable; the same command takes the run up again. */
    UNAVAILABLE(3, "the site was unavailable; the same command goes on"),
    /** Another run holds the job state. */
    LOCKED(4, "another run holds the job state"),
    /** A plan passed a threshold, and waits for somebody's approval. */
    HELD(5, "held: a threshold was passed; nothing was written"),
    /** A fault of the program's own; the log has its trace. */
    FAULT(70, "a fault of Rollcall's own");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** The number that the process ends with. */
    public int number() {
        return number;
    }

    /** What each number means, for a command's help; those that a signal brings are Java's own. */
    static Map<String, String> explained() {
        Map<String, String> explained = new LinkedHashMap<>();
        for (ExitCode code : values()) {
            explained.put(Integer.toString(code.number), code.meaning);
        }
        explained.put("130, 143", "stopped by Ctrl-C or by a TERM signal; the same command goes on");
        return explained;
    }
}
