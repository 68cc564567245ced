package org.rollcall.roster.csv;

import java.io.IOException;
import java.io.Reader;

/**
 * The part of a text that is looked at: it begins where the last record ended and reaches as far ahead as anybody asks.
 * Characters are told by their distance from the beginning of the window.
 */
final class TextWindow {
    /** What {@link #at} gives behind the end of the text. */
    static final int END = -1;

    private static final int CAPACITY = 1 << 17;

    private final Reader in;
    private char[] buffer = new char[CAPACITY];
    private int start;
    private int limit;
    private long position;
    private boolean ended;

    TextWindow(Reader in) {
        this.in = in;
    }

    /** How many characters of the text stand before the window. */
    long position() {
        return position;
    }

    /** A character, or {@link #END}. */
    int at(int distance) throws IOException {
        return reaches(distance) ? buffer[start + distance] : END;
    }

    /**
     * Where the next character stands that may mean something to the records: line ends, quotation marks and zero sort
     * low, so this also finds blanks and tabs, but hardly ever a letter.
     *
     * @param from where to begin
     * @param most where to end at the latest
     * @return the distance of the character; {@code most} or that of the text's end where there is none
     */
    int nextLow(int from, int most) throws IOException {
        int distance = from;
        while (distance < most && reaches(distance)) {
            char[] characters = buffer;
            int index = start + distance;
            int end = Math.min(limit, start + most);
            while (index < end && characters[index] > '"') {
                index++;
            }
            distance = index - start;
            if (index < end) {
                return distance;
            }
        }
        return distance;
    }

    /** The first characters of the window. */
    String text(int length) {
        return new String(buffer, start, length);
    }

    /** Moves the window's beginning. */
    void advance(int distance) {
        start += distance;
        position += distance;
    }

    private boolean reaches(int distance) throws IOException {
        while (start + distance >= limit) {
            if (ended) {
                return false;
            }
            fill();
        }
        return true;
    }

    private void fill() throws IOException {
        char[] target = limit - start > buffer.length / 2 ? new char[buffer.length * 2] : buffer;
        System.arraycopy(buffer, start, target, 0, limit - start);
        buffer = target;
        limit -= start;
        start = 0;
        int count = in.read(buffer, limit, buffer.length - limit);
        if (count < 0) {
            ended = true;
        } else {
            limit += count;
        }
    }
}
