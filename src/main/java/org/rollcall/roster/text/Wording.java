package org.rollcall.roster.text;

import java.util.List;

/** How sentences for the registrar quote and list things. */
public final class Wording {
    private static final int LONGEST_SHOWN = 60;

    private Wording() {}

    /**
     * A value as a sentence may quote it.
     *
     * @param value any text
     * @return the text on one line, cut behind 60 characters
     */
    public static String shortened(String value) {
        String oneLine = value.replaceAll("\\s+", " ");
        return oneLine.codePointCount(0, oneLine.length()) <= LONGEST_SHOWN
                ? oneLine
                : oneLine.substring(0, oneLine.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }

    /**
     * Names in a row, such as {@code a, b and c}.
     *
     * @param names what to list
     * @return the list; empty for no names
     */
    public static String listed(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
