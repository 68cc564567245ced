package org.rollcall.progress.findings;

import org.jspecify.annotations.Nullable;

/**
 * An activity of a course that has completion switched on.
 *
 * @param id its course-module id
 * @param module the kind of activity, such as {@code assign}
 * @param name its name, or null where the site does not tell it
 */
public record Activity(long id, String module, @Nullable String name) {

    /** What it is called, for people. */
    public String title() {
        return name == null ? module + " " + id : name;
    }
}
