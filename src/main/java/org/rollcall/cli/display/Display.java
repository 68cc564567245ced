package org.rollcall.cli.display;

import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Run;

/** Where a command tells how far it is and what came of it. May be used by several threads. */
public interface Display {

    /** Where sentences and tables for people go; they are printed between steps. */
    PrintWriter text();

    /** How often it wants to know how far a step is; null if never, and not how it ended either. */
    @Nullable
    Duration interval();

    /** A run goes to work. */
    void begins(Run run);

    /** So far is the step that runs. */
    void progress(StepFigures figures);

    /** A step has ended, well or not. */
    void ended(StepEnd end);

    /** Says at once what has to be known by whoever sits there. */
    void say(String sentence);

    /** So a run, or its plan, ended. */
    void result(RunResult result);
}
