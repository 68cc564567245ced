package org.rollcall.operation;

import org.rollcall.moodle.UnavailableKind;

/**
 * The site cannot be worked with now. What was begun can be taken up again by starting the same run once more.
 *
 * <p>The message is one sentence for people.
 */
public final class SiteUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UnavailableKind kind;

    public SiteUnavailableException(UnavailableKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Why: a site that refuses the token wants another setting, one that is down wants patience. */
    public UnavailableKind kind() {
        return kind;
    }
}
