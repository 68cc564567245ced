package org.rollcall.cli.display;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.rollcall.ledger.Run;
import tools.jackson.databind.json.JsonMapper;

/** Tells programs what happens: one object of JSON a line. What is for people goes to the error output. */
final class JsonDisplay implements Display {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final PrintWriter err;
    private final PrintWriter nowhere = new PrintWriter(Writer.nullWriter());

    JsonDisplay(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public PrintWriter text() {
        return nowhere;
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void begins(Run run) {
        Map<String, Object> event = event("run");
        event.put("run", run.name());
        event.put("roster", run.rosterName());
        event.put("site", run.key().site());
        event.put("mode", run.key().mode());
        event.put("resumed", run.resumed());
        print(event);
    }

    @Override
    public void progress(StepFigures figures) {
        Map<String, Object> event = event("progress");
        event.put("step", figures.step());
        event.put("done", figures.done());
        if (figures.total() != null) {
            event.put("total", figures.total());
        }
        event.put("seconds", figures.elapsed().toMillis() / 1000.0);
        event.put("perSecond", Math.round(figures.perSecond() * 10) / 10.0);
        figures.left().ifPresent(left -> event.put("secondsLeft", left.toSeconds()));
        event.put("rejects", figures.rejects());
        event.put("calls", figures.calls());
        print(event);
    }

    @Override
    public void ended(StepEnd end) {
        Map<String, Object> event = event("step");
        event.put("step", end.step());
        event.put("ending", end.ending().name().toLowerCase(Locale.ROOT));
        event.put("count", end.count());
        event.put("seconds", end.seconds());
        print(event);
    }

    @Override
    public void say(String sentence) {
        err.println(sentence);
        err.flush();
    }

    @Override
    public void result(RunResult result) {
        Map<String, Object> event = event("result");
        event.put("exitCode", result.exitCode());
        event.put("reports", result.reports().toString());
        if (!result.plan().isEmpty()) {
            event.put("plan", result.plan());
        }
        event.put("summary", result.summary());
        print(event);
    }

    void error(int exitCode, String message) {
        Map<String, Object> event = event("error");
        event.put("exitCode", exitCode);
        event.put("message", message);
        print(event);
    }

    private static Map<String, Object> event(String name) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("event", name);
        return event;
    }

    private synchronized void print(Map<String, Object> event) {
        out.println(JsonMapper.shared().writeValueAsString(event));
        out.flush();
    }
}
