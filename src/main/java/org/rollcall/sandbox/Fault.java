package org.rollcall.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to a call on its way, apart from what Moodle itself answers.
 *
 * @param kind what happens
 * @param status the HTTP status, where the kind has one
 * @param retryAfter what the answer's header {@code Retry-After} says, in whole seconds; null leaves the header out
 * @param shortest the shortest delay
 * @param longest the longest delay; each delay is drawn between the two
 */
public record Fault(Kind kind, int status, @Nullable Duration retryAfter, Duration shortest, Duration longest) {

    /** The kinds of faults; a seed names them in small letters, with hyphens. */
    public enum Kind {
        /** The call waits before it is carried out, and is then answered, or meets another fault. */
        DELAY,
        /** An HTTP status of a server or proxy, such as 503 or 429; the call is not carried out. */
        STATUS,
        /** The call is carried out, and an HTTP status comes instead of its answer, as from a proxy that waited too long. */
        STATUS_AFTER_COMMIT,
        /** A page in HTML with status 200, as from a login page or a firewall; the call is not carried out. */
        HTML_PAGE,
        /** The connection breaks, and the call is not carried out. */
        DROP_BEFORE_CALL,
        /** The call is carried out, and the connection breaks before the answer. */
        DROP_AFTER_COMMIT,
        /**
         * The connection breaks at once, and the call is carried out behind the next one that is answered: Moodle goes
         * on with a call whose caller has hung up.
         */
        DROP_AND_GO_ON,
        /** The call is carried out, and the connection breaks in the middle of the answer. */
        TRUNCATE_AFTER_COMMIT
    }

    /** The call takes this much longer. */
    public static Fault delay(Duration time) {
        return delay(time, time);
    }

    /** The call takes longer by a time between the two. */
    public static Fault delay(Duration shortest, Duration longest) {
        return new Fault(Kind.DELAY, 0, null, shortest, longest);
    }

    /** An HTTP status from 400 to 599; the call is not carried out. */
    public static Fault status(int status) {
        return of(Kind.STATUS, status);
    }

    /** An HTTP status from 400 to 599, though the call is carried out. */
    public static Fault statusAfterCommit(int status) {
        return of(Kind.STATUS_AFTER_COMMIT, status);
    }

    /** A page in HTML instead of an answer. */
    public static Fault htmlPage() {
        return of(Kind.HTML_PAGE, 200);
    }

    /** The connection breaks, and the call is not carried out. */
    public static Fault dropBeforeCall() {
        return of(Kind.DROP_BEFORE_CALL, 0);
    }

    /** The call is carried out, and the connection breaks before the answer. */
    public static Fault dropAfterCommit() {
        return of(Kind.DROP_AFTER_COMMIT, 0);
    }

    /** The connection breaks at once, and the call is carried out behind the next one that is answered. */
    public static Fault dropAndGoOn() {
        return of(Kind.DROP_AND_GO_ON, 0);
    }

    /** The call is carried out, and half of its answer arrives. */
    public static Fault truncateAfterCommit() {
        return of(Kind.TRUNCATE_AFTER_COMMIT, 0);
    }

    private static Fault of(Kind kind, int status) {
        return new Fault(kind, status, null, Duration.ZERO, Duration.ZERO);
    }

    /** The same, with a {@code Retry-After} in the answer. */
    public Fault retryAfter(Duration time) {
        return new Fault(kind, status, time, shortest, longest);
    }
}
