package org.rollcall.moodle;

/** A body that is cut off, or of another format than was asked for. */
final class MalformedAnswerException extends RuntimeException {

    MalformedAnswerException(String fault) {
        super(fault);
    }

    MalformedAnswerException(Throwable fault) {
        super(fault);
    }
}
