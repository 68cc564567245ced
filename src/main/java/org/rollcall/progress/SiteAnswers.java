package org.rollcall.progress;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Ambiguous;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.Outcome.Unavailable;
import org.rollcall.moodle.Pace;
import org.rollcall.moodle.PaceLimits.Range;
import org.rollcall.moodle.UnavailableKind;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SiteUnavailableException;
import org.rollcall.progress.findings.Reports;
import org.springframework.stereotype.Component;

/**
 * Asks the site what a report can do without. What the token may not be told becomes a note, and is not asked for again;
 * only a site that cannot be worked with ends a step.
 */
@Component
class SiteAnswers {

    private final Reports reports;
    private final Pace pace;
    private final Set<String> forbidden = ConcurrentHashMap.newKeySet();

    SiteAnswers(Reports reports, RollcallSettings settings) {
        this.reports = reports;
        // Each call is about one person or course; how many at a time the site takes has to be found out.
        this.pace = new Pace(settings.paceLimits().withBatchSize(Range.pinned(1)));
    }

    /** Asks for something of a course; empty where the site refuses it. */
    <T> Optional<T> ofCourse(long runId, Offer offer, String course, Supplier<Outcome<T>> call) {
        return ask(runId, offer, " of the course " + course, call)
                .fold(
                        done -> Optional.of(done.value()),
                        refused -> Optional.empty(),
                        unavailable -> Optional.empty(),
                        ambiguous -> Optional.empty());
    }

    /**
     * Asks for something.
     *
     * @param what what it is about, to stand behind the name of the function
     * @return what the site told, or that it refused to
     * @throws SiteUnavailableException when the site cannot be worked with
     */
    <T> Outcome<T> ask(long runId, Offer offer, String what, Supplier<Outcome<T>> call) {
        if (forbidden.contains(runId + offer.function()) || forbidden.contains(runId + offer.name() + what)) {
            return new Refused<>("", "", "", null);
        }
        Outcome<T> outcome = pace.call(1, true, call);
        if (outcome instanceof Unavailable<T> unavailable) {
            if (unavailable.kind() != UnavailableKind.SERVICE && unavailable.kind() != UnavailableKind.PERMISSION) {
                throw new SiteUnavailableException(unavailable.kind(), unavailable.reason());
            }
            forbid(runId, runId + offer.function(), unavailable.reason() + " It is left out.");
            return new Refused<>("", "", unavailable.reason(), null);
        }
        if (outcome instanceof Ambiguous<T> ambiguous) {
            throw new SiteUnavailableException(UnavailableKind.NO_ANSWER, ambiguous.reason());
        }
        if (outcome instanceof Refused<T> refused && refused.lacksPermission()) {
            forbid(
                    runId,
                    runId + offer.name() + what,
                    "The token's account may not read %s%s (%s); it is left out."
                            .formatted(offer.function(), what, refused.message()));
        }
        return outcome;
    }

    /** Whether the site refused a call for something in it, and not for want of a permission. */
    static boolean isAboutItself(Outcome<?> outcome) {
        return outcome instanceof Refused<?> refused
                && !refused.lacksPermission()
                && !refused.exception().isEmpty();
    }

    private void forbid(long runId, String key, String sentence) {
        if (forbidden.add(key)) {
            reports.note(runId, sentence);
        }
    }
}
