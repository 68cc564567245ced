package org.rollcall.moodle;

/** How the completion of an activity is told. */
public enum CompletionTracking {
    /** Not at all. */
    NONE(0),
    /** The participant ticks it off. */
    MANUAL(1),
    /** Moodle does, by conditions such as a view or a grade. */
    AUTOMATIC(2),
    /** In a way that no Moodle up to 4.5 has. */
    UNKNOWN(-1);

    private final long code;

    CompletionTracking(long code) {
        this.code = code;
    }

    static CompletionTracking of(long code) {
        for (CompletionTracking known : values()) {
            if (known.code == code) {
                return known;
            }
        }
        return UNKNOWN;
    }
}
