package org.rollcall.operation;

/** A setting that cannot be worked with; the message names it and says what it should be, in one sentence. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }

    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
