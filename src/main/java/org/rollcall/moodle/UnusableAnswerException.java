package org.rollcall.moodle;

/** An answer that came whole but does not hold what it has to; {@link Endpoint} makes an outcome of it. */
final class UnusableAnswerException extends RuntimeException {

    private final UnavailableKind kind;
    private final String reason;

    UnusableAnswerException(UnavailableKind kind, String reason) {
        super(reason);
        this.kind = kind;
        this.reason = reason;
    }

    UnusableAnswerException(String reason) {
        this(UnavailableKind.NOT_MOODLE, reason);
    }

    UnavailableKind kind() {
        return kind;
    }

    String reason() {
        return reason;
    }
}
