package org.rollcall.operation;

/** Another process holds the job state, or watches the inbox; the message says which. */
public final class StateHeldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Another run is under way. */
    public StateHeldException() {
        this("Another run is under way in this folder; try again when it has ended.");
    }

    /** @param message one sentence for people */
    public StateHeldException(String message) {
        super(message);
    }
}
