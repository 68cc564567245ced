package org.rollcall.roster.csv;

import java.io.IOException;

/**
 * Looks for the end of a quoted cell, which may lie many lines below its beginning.
 *
 * <p>Where a mark is not closed, its line becomes a reject and the lines below are looked at again, each perhaps with
 * such a mark of its own. Whoever is inside a quoted cell at the same place of the text has the same way before him, so
 * the place that the last search in vain got to is kept, and the next one goes on from there. Else a file with a stray
 * mark in every line would take a time that grows with the square of its length.
 */
final class QuotedCell {
    /** The answer where a cell is not closed. */
    static final int NOWHERE = -1;

    private final TextWindow text;
    private final int maxLength;

    private State state = new State(0, 0, 0, false, 0);
    private long vainFrom;
    private State vain = state;

    /**
     * How far the search has come, in characters from the beginning of the text.
     *
     * @param at the place, inside a quoted cell
     * @param opened the mark that opens the cell
     * @param doubled how many doubled marks stand between the two
     * @param broken whether a line break stands between the two
     * @param line the line of the place
     */
    private record State(long at, long opened, int doubled, boolean broken, int line) {}

    QuotedCell(TextWindow text, int maxLength) {
        this.text = text;
        this.maxLength = maxLength;
    }

    /**
     * Looks for the mark that closes a cell.
     *
     * @param opening the mark that opens it
     * @param line the line that this stands in
     * @return the distance of the closing mark; {@link #NOWHERE} where there is none before the end of the text or within
     *     the length that a cell may have
     */
    int close(int opening, int line) throws IOException {
        long base = text.position();
        long opened = base + opening;
        int doubled = 0;
        boolean broken = false;
        int lines = line;
        int at = opening + 1;
        while (true) {
            int most = (int) (opened - base) + 2 + maxLength + doubled;
            at = text.nextLow(at, most);
            int character = at < most ? text.at(at) : TextWindow.END;
            state = new State(base + at, opened, doubled, broken, lines);
            if (character == TextWindow.END || character == 0) {
                return NOWHERE;
            }
            if (character == '"') {
                if (text.at(at + 1) != '"') {
                    return at;
                }
                doubled++;
                at += 2;
                continue;
            }
            at++;
            if (character != '\n' && character != '\r') {
                continue;
            }
            if (character == '\r' && text.at(at) == '\n') {
                at++;
            }
            lines++;
            broken = true;
            if (base + at > vainFrom && base + at < vain.at) {
                boolean reopened = vain.opened > base + at;
                opened = reopened ? vain.opened : opened;
                broken = !reopened || vain.broken;
                doubled = vain.doubled;
                at = (int) (vain.at - base);
                lines = vain.line;
            }
        }
    }

    /** Whether a line break stands in the cell that was looked at last. */
    boolean isBroken() {
        return state.broken;
    }

    /** The line in which the last search ended. */
    int line() {
        return state.line;
    }

    /** The record that begins where the window does is not ended by what the last search found. */
    void inVain() {
        vainFrom = text.position();
        vain = state;
    }
}
