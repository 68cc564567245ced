package org.rollcall.moodle;

/** A call was not made, because the {@link CallGate} is shut: the program was asked to stop. */
public final class CallsEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CallsEndedException() {
        super("The work was stopped.");
    }
}
