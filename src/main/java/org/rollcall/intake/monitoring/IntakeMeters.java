package org.rollcall.intake.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.rollcall.intake.IntakeListener;
import org.rollcall.intake.IntakeOutcome;
import org.rollcall.intake.IntakeResult;
import org.rollcall.report.RunSummary;

/** What became of dropped files since the watcher started, in figures. */
final class IntakeMeters implements IntakeListener {

    private final MeterRegistry meters;
    private final Map<String, Instant> lastSuccess = new ConcurrentHashMap<>();

    IntakeMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Tells from now on how many files wait. */
    void observe(IntSupplier waiting) {
        Gauge.builder("rollcall.queue.files", waiting, IntSupplier::getAsInt)
                .description("Dropped files that wait, or are worked on")
                .strongReference(true)
                .register(meters);
    }

    @Override
    public void ended(IntakeResult result) {
        Counter.builder("rollcall.runs")
                .description("Dropped files, by what became of them")
                .tag("folder", result.folder())
                .tag("outcome", word(result.outcome()))
                .register(meters)
                .increment();
        Timer.builder("rollcall.run.time")
                .description("How long it took to work on a dropped file")
                .tag("folder", result.folder())
                .register(meters)
                .record(Duration.between(result.began(), result.ended()));
        if (result.summary() != null) {
            count(result.folder(), result.summary().rows());
        }
        if (result.outcome() == IntakeOutcome.DONE || result.outcome() == IntakeOutcome.REJECTS) {
            succeeded(result);
        }
    }

    private void count(String folder, RunSummary.Rows rows) {
        count(folder, "done", rows.done() - rows.unchanged());
        count(folder, "unchanged", rows.unchanged());
        count(folder, "rejected", rows.rejected());
    }

    private void count(String folder, String outcome, long rows) {
        Counter.builder("rollcall.rows")
                .description("Rows of dropped files, by what became of them; unchanged ones needed nothing")
                .tag("folder", folder)
                .tag("outcome", outcome)
                .register(meters)
                .increment((double) rows);
    }

    private void succeeded(IntakeResult result) {
        lastSuccess.put(result.folder(), result.ended());
        Gauge.builder(
                        "rollcall.last.success.timestamp",
                        lastSuccess,
                        times -> times.getOrDefault(result.folder(), Instant.EPOCH)
                                .getEpochSecond())
                .description("When a dropped file last came to its end, in seconds since 1970")
                .baseUnit("seconds")
                .tag("folder", result.folder())
                .register(meters);
    }

    static String word(IntakeOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
