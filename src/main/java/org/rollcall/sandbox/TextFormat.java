package org.rollcall.sandbox;

import java.util.Set;

/** Moodle's numbers of text formats. */
final class TextFormat {
    /** Moodle's own, HTML, plain text and Markdown. */
    private static final Set<Long> FORMATS = Set.of(0L, 1L, 2L, 4L);

    private TextFormat() {}

    /** @throws MoodleFault if there is no such format; Moodle has no message for it */
    static void require(long format) {
        if (!FORMATS.contains(format)) {
            throw MoodleFault.of(
                    "formatnotsupported",
                    "webservice/formatnotsupported",
                    "The format with value=" + format + " is not supported by this Moodle site");
        }
    }
}
