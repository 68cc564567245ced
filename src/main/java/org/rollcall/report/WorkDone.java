package org.rollcall.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rollcall.ledger.CallCounts;
import org.rollcall.ledger.Run;
import org.rollcall.moodle.CallCount;
import org.rollcall.operation.StepTimes;
import org.rollcall.operation.StepTimes.StepTime;
import org.rollcall.report.page.Bar;
import org.rollcall.report.page.Figures;
import org.rollcall.report.page.RunPage;
import org.springframework.stereotype.Component;

/** The time that the steps of a run took, and the calls that were sent. */
@Component
class WorkDone {

    private final StepTimes times;
    private final CallCounts calls;

    WorkDone(StepTimes times, CallCounts calls) {
        this.times = times;
        this.calls = calls;
    }

    /**
     * The steps over all attempts; what did nothing and took no time worth telling is left out.
     *
     * @param words what a step of some name has done, if anybody need know
     */
    List<RunPage.Step> steps(Run run, Function<String, Optional<String>> words) {
        List<StepTime> told = times.of(run.id()).stream()
                .filter(time -> time.items() > 0 || time.seconds() >= 0.05)
                .filter(time -> words.apply(time.name()).isPresent())
                .toList();
        double longest = told.stream().mapToDouble(StepTime::seconds).max().orElse(1);
        return told.stream()
                .map(time -> step(time, words.apply(time.name()).orElse(""), longest))
                .toList();
    }

    private static RunPage.Step step(StepTime time, String what, double longest) {
        return new RunPage.Step(
                what,
                time.attempts() == 1 ? "" : "in %d attempts".formatted(time.attempts()),
                Figures.seconds(time.seconds()),
                Bar.length(Figures.seconds(time.seconds()), time.seconds() / longest));
    }

    List<RunPage.Calls> calls(Run run) {
        return calls.detailsOfRun(run.id()).entrySet().stream()
                .map(WorkDone::calls)
                .toList();
    }

    private static RunPage.Calls calls(Map.Entry<String, CallCount> function) {
        CallCount count = function.getValue();
        return new RunPage.Calls(
                function.getKey(),
                Figures.count(count.calls()),
                Figures.count(count.items()),
                Figures.count(count.failures()),
                String.format(Locale.ROOT, "%,.3f s", count.nanoseconds() / 1e9 / Math.max(1, count.calls())));
    }
}
