package org.rollcall.cli;

/** Another run holds the job state. */
final class StateHeldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StateHeldException() {
        super("Another run is under way in this folder; try again when it has ended.");
    }
}
