package org.rollcall.provision;

import org.rollcall.ledger.Run;

/** The run was stopped on request, between two batches, and can be taken up again. */
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The end of a run that was stopped. */
    public static StoppedException of(Run run) {
        return new StoppedException("The run " + run.name() + " was stopped.");
    }

    /** An end that a sentence tells. */
    public StoppedException(String message) {
        super(message);
    }
}
