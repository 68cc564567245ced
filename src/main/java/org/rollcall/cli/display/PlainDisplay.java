package org.rollcall.cli.display;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.rollcall.ledger.Run;

/** Tells in plain lines, of a step that takes long every few seconds one: for files and for whatever reads along. */
final class PlainDisplay implements Display {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final PrintWriter out;

    PlainDisplay(PrintWriter out) {
        this.out = out;
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
    public void progress(StepFigures figures) {
        say(line(figures));
    }

    static String line(StepFigures figures) {
        return "  " + StepWords.doing(figures.step()) + ": "
                + List.of(figures.count(" of "), figures.rate(), figures.time(), figures.rejected()).stream()
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
    }

    @Override
    public void ended(StepEnd end) {
        String words = StepWords.done(end);
        if (!words.isEmpty()) {
            say(words);
        }
    }

    @Override
    public synchronized void say(String sentence) {
        out.println(sentence);
        out.flush();
    }

    @Override
    public void result(RunResult result) {
        // It is told as text.
    }
}
