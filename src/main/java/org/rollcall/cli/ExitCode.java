package org.rollcall.cli;

/** How a command ends, for scripts and schedules. */
public enum ExitCode {
    /** All rows are done. */
    DONE(0),
    /** Finished, and some rows came back. */
    REJECTS(1),
    /** Wrong use, wrong settings, or a file that is no roster; nothing was begun. */
    USAGE(2),
    /** The site was unavailable; the same command takes the run up again. */
    UNAVAILABLE(3),
    /** Another run holds the job state. */
    LOCKED(4),
    /** A fault of the program's own; the log has its trace. */
    FAULT(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number that the process ends with. */
    public int number() {
        return number;
    }
}
