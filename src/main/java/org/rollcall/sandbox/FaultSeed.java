package org.rollcall.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Fault.Kind;
import org.springframework.boot.convert.DurationStyle;

/** A {@link FaultRule} as a seed writes it: times such as {@code 200ms} or {@code 2s}, a delay also {@code 200ms..2s}. */
record FaultSeed(
        String fault,
        @Nullable List<String> of,
        @Nullable Integer after,
        @Nullable Integer every,
        @Nullable Integer times,
        @Nullable Double chance,
        @Nullable Long dice,
        @Nullable Integer status,
        @Nullable String retryAfter,
        @Nullable String delay) {

    /** @throws SandboxException if there is no such rule */
    FaultRule rule() {
        try {
            return new FaultRule(
                    toFault(),
                    of == null ? Set.of() : Set.copyOf(of),
                    Objects.requireNonNullElse(after, 0),
                    Objects.requireNonNullElse(every, 1),
                    Objects.requireNonNullElse(times, Integer.MAX_VALUE),
                    Objects.requireNonNullElse(chance, 1.0),
                    Objects.requireNonNullElse(dice, 0L));
        } catch (IllegalArgumentException e) {
            throw new SandboxException("The fault " + fault + " cannot be: " + e.getMessage() + ".", e);
        }
    }

    private Fault toFault() {
        Kind kind = kind();
        boolean hasStatus = kind == Kind.STATUS || kind == Kind.STATUS_AFTER_COMMIT;
        if (hasStatus != (status != null) || (retryAfter != null && !hasStatus)) {
            throw new IllegalArgumentException(
                    hasStatus ? "it needs a status" : "status and retry-after belong to a status");
        }
        if ((kind == Kind.DELAY) != (delay != null)) {
            throw new IllegalArgumentException(
                    kind == Kind.DELAY ? "it needs a delay" : "only the fault delay has one");
        }
        if (status != null && (status < 400 || status > 599)) {
            throw new IllegalArgumentException("status has to be from 400 to 599");
        }
        String[] bounds = delay == null ? new String[] {"0s"} : delay.split("\\.\\.", 2);
        Duration shortest = time(bounds[0]);
        Duration longest = time(bounds[bounds.length - 1]);
        if (longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("a delay is written from the shortest to the longest");
        }
        return new Fault(
                kind,
                Objects.requireNonNullElse(status, 0),
                retryAfter == null ? null : time(retryAfter),
                shortest,
                longest);
    }

    private Kind kind() {
        return Arrays.stream(Kind.values())
                .filter(kind -> name(kind).equals(fault))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it has to be one of "
                        + Arrays.stream(Kind.values()).map(FaultSeed::name).collect(Collectors.joining(", "))));
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Duration time(String text) {
        try {
            return DurationStyle.SIMPLE.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no time such as 200ms or 2s", e);
        }
    }
}
