package org.rollcall.moodle;

/** How far somebody got with an activity, as Moodle's completion tells it (lib/completionlib.php). */
public enum CompletionState {
    /** Not done, or seen but not finished. */
    INCOMPLETE(0),
    /** Done; there is no pass mark, or none was reached for. */
    COMPLETE(1),
    /** Done, with the pass mark. */
    COMPLETE_PASS(2),
    /** Done, below the pass mark. */
    COMPLETE_FAIL(3),
    /** Done, below the pass mark, which the participant does not get to see yet. */
    COMPLETE_FAIL_HIDDEN(4),
    /** Not told, or a state that no Moodle up to 4.5 has. */
    UNKNOWN(-1);

    private final long code;

    CompletionState(long code) {
        this.code = code;
    }

    /** Whether the activity is done, with or without the pass mark. */
    public boolean isDone() {
        return this != INCOMPLETE && this != UNKNOWN;
    }

    static CompletionState of(long code) {
        for (CompletionState known : values()) {
            if (known.code == code) {
                return known;
            }
        }
        return UNKNOWN;
    }
}
