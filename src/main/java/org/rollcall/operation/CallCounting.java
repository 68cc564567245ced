package org.rollcall.operation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.CallCounts;
import org.rollcall.moodle.CallCount;
import org.rollcall.moodle.CallLog;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes the calls that a step sent into the ledger when it ends, well or not. The job names its run as {@code run}. */
@Component
public class CallCounting implements StepExecutionListener {

    private static final CallCount NONE = new CallCount(0, 0, 0, 0);

    private final CallLog calls;
    private final CallCounts counts;
    private final ApplicationEventPublisher events;
    private Map<String, CallCount> written = Map.of();

    CallCounting(CallLog calls, CallCounts counts, ApplicationEventPublisher events) {
        this.calls = calls;
        this.counts = counts;
        this.events = events;
    }

    @Override
    public synchronized @Nullable ExitStatus afterStep(StepExecution step) {
        Long run = step.getJobParameters().getLong("run");
        if (run != null) {
            Map<String, CallCount> now = calls.snapshot();
            Map<String, CallCount> news = since(written, now);
            counts.add(run, news);
            written = now;
            events.publishEvent(new CallsCounted(news));
        }
        return null;
    }

    private static Map<String, CallCount> since(Map<String, CallCount> before, Map<String, CallCount> now) {
        Map<String, CallCount> news = new HashMap<>();
        now.forEach((function, count) -> {
            CallCount known = before.getOrDefault(function, NONE);
            if (count.calls() > known.calls()) {
                news.put(
                        function,
                        new CallCount(
                                count.calls() - known.calls(),
                                count.items() - known.items(),
                                count.failures() - known.failures(),
                                count.nanoseconds() - known.nanoseconds()));
            }
        });
        return news;
    }
}
