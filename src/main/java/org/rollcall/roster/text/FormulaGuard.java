package org.rollcall.roster.text;

/**
 * Keeps a spreadsheet from running a cell as a formula, and takes that back. A value that begins with {@code =},
 * {@code +}, {@code -}, {@code @}, a tab or a line break gets an apostrophe in front; so does one that begins with
 * apostrophes before such a sign, which makes the two directions exact: {@code restore(defuse(s))} is {@code s} for
 * every string. The signs are those of OWASP's advice on CSV injection.
 */
public final class FormulaGuard {
    private static final char APOSTROPHE = '\'';

    private FormulaGuard() {}

    /**
     * Makes a value harmless to a spreadsheet.
     *
     * @param value any text
     * @return the same text, with one apostrophe in front if a spreadsheet would run it
     */
    public static String defuse(String value) {
        return runsAfterApostrophes(value) ? APOSTROPHE + value : value;
    }

    /**
     * Takes {@link #defuse} back.
     *
     * @param value a text that {@link #defuse} made
     * @return the text that it was made of
     */
    public static String restore(String value) {
        boolean defused = !value.isEmpty() && value.charAt(0) == APOSTROPHE && runsAfterApostrophes(value);
        return defused ? value.substring(1) : value;
    }

    private static boolean runsAfterApostrophes(String value) {
        int at = 0;
        while (at < value.length() && value.charAt(at) == APOSTROPHE) {
            at++;
        }
        return at < value.length() && "=+-@\t\r\n".indexOf(value.charAt(at)) >= 0;
    }
}
