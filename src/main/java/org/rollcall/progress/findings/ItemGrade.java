package org.rollcall.progress.findings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grade that somebody has.
 *
 * @param item the key of what it is for
 * @param grade the grade as a number; null for one that is hidden
 * @param shown as the site shows it, such as {@code 81.50} or a letter
 * @param highest the highest there could be for that person, or null where the site does not tell
 * @param hidden whether it is hidden from the one who has it; its value is not kept then
 * @param at when it was given, or null where the site does not tell
 */
public record ItemGrade(
        String item,
        @Nullable Double grade,
        String shown,
        @Nullable Double highest,
        boolean hidden,
        @Nullable Instant at) {

    /** What stands in a report where the grade would. */
    public static final String HIDDEN = "hidden";

    /** For people. */
    public String words() {
        return hidden ? HIDDEN : shown;
    }
}
