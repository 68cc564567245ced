package org.rollcall.progress.findings;

import org.jspecify.annotations.Nullable;

/**
 * A course that a report is about.
 *
 * @param place its place in the report; courses of the same place are in the order of their short names
 * @param tracks whether it tracks completion, or null where that is not known
 * @param hasConditions whether there are conditions by which the course as a whole is complete, or null where that is not
 *     known
 */
public record ReportCourse(
        long id,
        int place,
        String shortname,
        String fullname,
        @Nullable Boolean tracks,
        @Nullable Boolean hasConditions) {

    /** Whether it is known not to track completion. */
    public boolean isUntracked() {
        return Boolean.FALSE.equals(tracks);
    }
}
