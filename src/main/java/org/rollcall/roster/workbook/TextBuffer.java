package org.rollcall.roster.workbook;

import java.util.Arrays;

/** Collects the characters of one cell, and forgets those that no cell may have. */
final class TextBuffer {
    private static final int LONGEST_INT = 9;

    private final int limit;
    private char[] characters = new char[256];
    private int length;

    /** Keeps one character more than a cell may have, so that a cell that is too long can be told. */
    TextBuffer(int limit) {
        this.limit = limit;
    }

    void clear() {
        length = 0;
    }

    boolean isEmpty() {
        return length == 0;
    }

    void append(char[] source, int start, int count) {
        int kept = (int) Math.min(count, limit + 1L - length);
        if (kept <= 0) {
            return;
        }
        if (length + kept > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(length + kept, characters.length * 2));
        }
        System.arraycopy(source, start, characters, length, kept);
        length += kept;
    }

    void append(char character) {
        append(new char[] {character}, 0, 1);
    }

    /** The number that stands here, or -1 if it is anything but a few digits. */
    int shortNumber() {
        int start = 0;
        int end = length;
        while (end > start && characters[end - 1] <= ' ') {
            end--;
        }
        while (end > start && characters[start] <= ' ') {
            start++;
        }
        if (end == start || end - start > LONGEST_INT) {
            return -1;
        }
        int number = 0;
        for (int at = start; at < end; at++) {
            int digit = characters[at] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Writes the text as bytes, if it is ASCII and there is room; how many they are, or -1. */
    int asciiInto(byte[] page, int offset) {
        if (length > page.length - offset) {
            return -1;
        }
        for (int at = 0; at < length; at++) {
            char character = characters[at];
            if (character >= 0x80) {
                return -1;
            }
            page[offset + at] = (byte) character;
        }
        return length;
    }

    @Override
    public String toString() {
        return new String(characters, 0, length);
    }
}
