package org.rollcall.progress.findings;

import org.jspecify.annotations.Nullable;

/**
 * Something that a course gives grades for.
 *
 * @param key the site's key of it, {@link #TOTAL} for the course as a whole
 * @param name its name, or null where it has none
 * @param kind {@code mod} for an activity, {@code manual}, {@code category} or {@code course}
 * @param activityId the course-module id of the activity, or null for what is none
 * @param highest the highest grade there can be, or null where the site does not tell
 */
public record Item(
        String key,
        @Nullable String name,
        String kind,
        @Nullable Long activityId,
        @Nullable Double highest) {

    /** The key of the course as a whole. */
    public static final String TOTAL = "course";

    /** Whether it is the course as a whole. */
    public boolean isTotal() {
        return key.equals(TOTAL);
    }

    /** What it is called, for people. */
    public String title() {
        if (isTotal()) {
            return "Course total";
        }
        return name == null || name.isEmpty() ? kind + " " + key : name;
    }
}
