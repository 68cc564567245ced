package org.rollcall.sandbox;

import org.jspecify.annotations.Nullable;

/** The sandbox cannot be started or read; the message is one sentence for the person who runs the program. */
public final class SandboxException extends RuntimeException {
    SandboxException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
