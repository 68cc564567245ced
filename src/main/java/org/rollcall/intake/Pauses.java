package org.rollcall.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who has to wait before the next attempt, and how long: each time twice as long, up to a quarter of an hour. */
final class Pauses {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private record Pause(Duration length, Instant until) {}

    private final Map<Object, Pause> pauses = new HashMap<>();

    /** An attempt failed. */
    void failed(Object whose, Instant now) {
        pauses.compute(whose, (key, before) -> {
            Duration length = before == null ? FIRST : before.length().multipliedBy(2);
            Duration next = length.compareTo(LONGEST) > 0 ? LONGEST : length;
            return new Pause(next, now.plus(next));
        });
    }

    /** It went well, or something was mended: the next attempt need not wait. */
    void end(Object whose) {
        pauses.remove(whose);
    }

    /** Nobody need wait. */
    void endAll() {
        pauses.clear();
    }

    boolean isPausing(Object whose, Instant now) {
        Pause pause = pauses.get(whose);
        return pause != null && pause.until().isAfter(now);
    }

    /** When the next of those who pause may go on. */
    Optional<Instant> nextEnd(Instant now) {
        return pauses.values().stream()
                .map(Pause::until)
                .filter(end -> end.isAfter(now))
                .min(Instant::compareTo);
    }
}
