package org.rollcall.check;

import java.util.List;
import org.rollcall.moodle.Outcome;

/** One look at a site that answers. */
@FunctionalInterface
interface Examination {

    /** What is to be seen; nothing where there is nothing to say. */
    List<Finding> look(Scene scene);

    /** Why a call did not come to the end that was hoped for, in the site's words where it has some. */
    static String reason(Outcome<?> outcome) {
        return outcome.fold(
                done -> "it was not refused.",
                refused -> refused.message(),
                unavailable -> unavailable.reason(),
                ambiguous -> ambiguous.reason());
    }
}
