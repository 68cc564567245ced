package org.rollcall.moodle;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.Outcome.Ambiguous;
import org.rollcall.moodle.Outcome.Unavailable;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Repeats a call that only reads while its failure may pass within seconds, with doubling pauses and jitter, and waits
 * longer where the site asks for it. What is still ambiguous after the last attempt is unavailable, since a read that
 * brought no answer changed nothing.
 */
final class ReadRetries {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final int attempts;
    private final Duration firstPause;

    ReadRetries(int attempts, Duration firstPause) {
        this.attempts = attempts;
        this.firstPause = firstPause;
    }

    <T> Outcome<T> call(Supplier<Outcome<T>> read) {
        Pauses pauses = new Pauses(attempts, firstPause);
        RetryTemplate template = new RetryTemplate(RetryPolicy.builder()
                .predicate(pauses::goOnAfter)
                .backOff(pauses)
                .build());
        try {
            return template.<Outcome<T>>execute(() -> {
                Outcome<T> outcome = read.get();
                if (outcome instanceof Ambiguous<T> ambiguous) {
                    throw new NotYetException(UnavailableKind.NO_ANSWER, ambiguous.reason(), null);
                }
                if (outcome instanceof Unavailable<T> unavailable) {
                    throw new NotYetException(unavailable.kind(), unavailable.reason(), unavailable.retryAfter());
                }
                return outcome;
            });
        } catch (RetryException e) {
            if (e.getLastException() instanceof NotYetException last) {
                return new Unavailable<>(last.kind, last.reason, last.retryAfter);
            }
            if (e.getLastException() instanceof RuntimeException unforeseen) {
                throw unforeseen;
            }
            throw new IllegalStateException("A call failed in a way that calls do not fail.", e);
        }
    }

    /** An attempt without an answer, on its way to the retry policy. */
    private static final class NotYetException extends RuntimeException {
        private final UnavailableKind kind;
        private final String reason;
        private final transient @Nullable Duration retryAfter;

        NotYetException(UnavailableKind kind, String reason, @Nullable Duration retryAfter) {
            super(reason, null, false, false);
            this.kind = kind;
            this.reason = reason;
            this.retryAfter = retryAfter;
        }
    }

    /** The pauses of one call. */
    private static final class Pauses implements BackOff {
        private final ExponentialBackOff growing;
        private Duration asked = Duration.ZERO;

        Pauses(int attempts, Duration first) {
            growing = new ExponentialBackOff(first.toMillis(), 2);
            growing.setJitter(first.toMillis() / 2);
            growing.setMaxInterval(LONGEST_PAUSE.toMillis());
            growing.setMaxAttempts(attempts - 1);
        }

        boolean goOnAfter(Throwable failure) {
            if (!(failure instanceof NotYetException notYet) || !notYet.kind.mayPassSoon()) {
                return false;
            }
            asked = notYet.retryAfter == null ? Duration.ZERO : notYet.retryAfter;
            return asked.compareTo(LONGEST_PAUSE) <= 0;
        }

        @Override
        public BackOffExecution start() {
            BackOffExecution execution = growing.start();
            return () -> {
                long pause = execution.nextBackOff();
                return pause == BackOffExecution.STOP ? pause : Math.max(pause, asked.toMillis());
            };
        }
    }
}
