package org.rollcall.sandbox;

/**
 * How far somebody came with an activity.
 *
 * @param state Moodle's completion state: 0 incomplete, 1 complete, 2 complete and passed, 3 complete and failed
 * @param timemodified when the state was reached, in Unix seconds; 0 for never
 */
record Completion(int state, boolean viewed, long timemodified) {
    static final Completion NONE = new Completion(0, false, 0);

    /** Whether a course's completion counts it; a failed activity does not count. */
    boolean counts() {
        return state == 1 || state == 2;
    }
}
