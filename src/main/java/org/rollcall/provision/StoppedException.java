package org.rollcall.provision;

/** The run was stopped on request, between two batches, and can be taken up again. */
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException(String message) {
        super(message);
    }
}
