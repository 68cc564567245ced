package org.rollcall.intake.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.rollcall.moodle.CallCount;
import org.rollcall.operation.CallsCounted;
import org.springframework.context.event.EventListener;

/** The calls that runs sent, by function: how many, how long they took, and how many failed. */
public final class CallMeters {

    private final MeterRegistry meters;

    CallMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Adds the calls of a step that ended. */
    @EventListener
    public void add(CallsCounted counted) {
        counted.byFunction().forEach(this::add);
    }

    private void add(String function, CallCount count) {
        counter("rollcall.site.calls", "Web-service calls sent", function).increment((double) count.calls());
        counter("rollcall.site.call.seconds", "Seconds that web-service calls took", function)
                .increment(count.nanoseconds() / 1e9);
        counter("rollcall.site.call.failures", "Web-service calls that got no answer, or a refusal", function)
                .increment((double) count.failures());
    }

    private Counter counter(String name, String description, String function) {
        return Counter.builder(name)
                .description(description)
                .tag("function", function)
                .register(meters);
    }
}
