package org.rollcall.moodle;

import java.util.Locale;

/** What a site answers in. Both say the same; in XML every value is a text, and a list that is absent is empty. */
public enum AnswerFormat {
    /** The shorter one, and the one with types. */
    JSON,
    /**
     * Moodle's own XML. It cannot carry control characters: an answer with one in somebody's name is malformed, and the
     * call ends as if it had been cut off.
     */
    XML;

    /** The value of {@code moodlewsrestformat}. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return "application/" + parameter();
    }

    AnswerReader reader() {
        return this == JSON ? new JsonAnswers() : new XmlAnswers();
    }
}
