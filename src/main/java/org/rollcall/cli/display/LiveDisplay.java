package org.rollcall.cli.display;

import java.io.PrintWriter;
import java.time.Duration;
import org.rollcall.ledger.Run;

/** Draws the step that runs on a terminal, in one line that is drawn again and again; the line of a step that ended stays. */
final class LiveDisplay implements Display {

    private static final Duration INTERVAL = Duration.ofMillis(250);

    /** A Ctrl-C that was typed stands behind the line. */
    private static final int ECHO = 2;

    private final PrintWriter out;
    private final ProgressLine line;
    private int drawn;

    LiveDisplay(PrintWriter out, ProgressLine line) {
        this.out = out;
        this.line = line;
    }

    @Override
    public PrintWriter text() {
        return out;
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void begins(Run run) {
        // It is announced as text.
    }

    @Override
    public synchronized void progress(StepFigures figures) {
        ProgressLine.Drawn now = line.draw(figures);
        out.print("\r" + now.text() + " ".repeat(Math.max(0, drawn - now.length())));
        out.flush();
        drawn = now.length();
    }

    @Override
    public synchronized void ended(StepEnd end) {
        clear();
        String words = StepWords.done(end);
        if (!words.isEmpty()) {
            out.println(words);
        }
        out.flush();
    }

    @Override
    public synchronized void say(String sentence) {
        clear();
        out.println(sentence);
        out.flush();
    }

    @Override
    public void result(RunResult result) {
        // It is told as text.
    }

    private void clear() {
        if (drawn > 0) {
            out.print("\r" + " ".repeat(drawn + ECHO) + "\r");
            drawn = 0;
        }
    }
}
