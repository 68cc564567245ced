package org.rollcall.cli.display;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Run;

/** Says nothing but what somebody has to know. */
final class QuietDisplay implements Display {

    private final PrintWriter out;
    private final PrintWriter err;
    private final PrintWriter nowhere = new PrintWriter(Writer.nullWriter());

    QuietDisplay(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public PrintWriter text() {
        return nowhere;
    }

    @Override
    public @Nullable Duration interval() {
        return null;
    }

    @Override
    public void begins(Run run) {
        // Nobody has to know.
    }

    @Override
    public void progress(StepFigures figures) {
        // Nobody has to know.
    }

    @Override
    public void ended(StepEnd end) {
        // Nobody has to know.
    }

    @Override
    public void say(String sentence) {
        err.println(sentence);
        err.flush();
    }

    @Override
    public void result(RunResult result) {
        result.toKnow().forEach(out::println);
        out.flush();
    }
}
