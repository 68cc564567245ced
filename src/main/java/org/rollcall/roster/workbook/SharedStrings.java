package org.rollcall.roster.workbook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;

/**
 * The texts that a workbook's cells share. They are read as far as cells have asked for them, so that a header costs
 * next to nothing, and kept as bytes in large pages, which takes a quarter of the memory that as many strings would take:
 * a sheet of a million rows can have ten million of them.
 */
final class SharedStrings implements AutoCloseable {
    private static final int PAGE_BITS = 20;
    private static final int BLOCK_BITS = 14;
    private static final int RECENT = 1 << 12;
    private static final int MOST_PAGES = 1 << (Integer.SIZE - PAGE_BITS);
    private static final int LONGEST_LENGTH = 5;

    private final String file;
    private final @Nullable SheetXml xml;
    private final TextBuffer text;
    private final long mostBytes;
    private final List<byte[]> pages = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>();
    private final int[] recentIndex = new int[RECENT];
    private final String[] recent = new String[RECENT];
    private byte[] page = new byte[0];
    private long bytes;
    private int used;
    private int count;

    /**
     * Takes the texts from a part.
     *
     * @param xml the part; null for none
     * @param mostBytes how much memory they may take
     */
    SharedStrings(String file, @Nullable SheetXml xml, RosterLimits limits, long mostBytes) {
        this.file = file;
        this.xml = xml;
        this.text = new TextBuffer(limits.maxCellLength());
        this.mostBytes = mostBytes;
        Arrays.fill(recentIndex, -1);
    }

    /** The text with this number; fails where a damaged workbook names one that it does not have. */
    String get(int index) throws XMLStreamException {
        int slot = index & (RECENT - 1);
        if (recentIndex[slot] != index) {
            recent[slot] = EscapedText.read(index < count ? kept(index) : read(index));
            recentIndex[slot] = index;
        }
        return recent[slot];
    }

    @Override
    public void close() {
        if (xml != null) {
            xml.close();
        }
    }

    private String kept(int index) throws XMLStreamException {
        if (index < 0) {
            throw new XMLStreamException("The workbook has no shared text " + index + ".");
        }
        int place = places.get(index >> BLOCK_BITS)[index & ((1 << BLOCK_BITS) - 1)];
        byte[] from = pages.get(place >>> PAGE_BITS);
        int at = place & ((1 << PAGE_BITS) - 1);
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = from[at++];
            length |= (part & 0x7F) << shift;
            if (part >= 0) {
                return new String(from, at, length, StandardCharsets.UTF_8);
            }
        }
    }

    private String read(int index) throws XMLStreamException {
        while (xml != null && xml.advance()) {
            if (xml.begins("si")) {
                xml.text(text);
                keep();
                if (index < count) {
                    return text.toString();
                }
            }
        }
        throw new XMLStreamException("The workbook has no shared text " + index + ".");
    }

    private void keep() {
        int block = count >> BLOCK_BITS;
        if (block == places.size()) {
            places.add(new int[1 << BLOCK_BITS]);
            bytes += Integer.BYTES << BLOCK_BITS;
        }
        int start = used + LONGEST_LENGTH;
        int length = text.asciiInto(page, start);
        if (length < 0) {
            byte[] encoded = text.toString().getBytes(StandardCharsets.UTF_8);
            length = encoded.length;
            if (start + length > page.length) {
                turnPage(length + LONGEST_LENGTH);
                start = LONGEST_LENGTH;
            }
            System.arraycopy(encoded, 0, page, start, length);
        }
        places.get(block)[count & ((1 << BLOCK_BITS) - 1)] = (pages.size() - 1) << PAGE_BITS | used;
        count++;
        int at = used;
        int rest = length;
        while (rest > 0x7F) {
            page[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        page[at++] = (byte) rest;
        System.arraycopy(page, start, page, at, length);
        used = at + length;
    }

    private void turnPage(int needed) {
        page = new byte[Math.max(1 << PAGE_BITS, needed)];
        used = 0;
        bytes += page.length;
        if (bytes > mostBytes || pages.size() == MOST_PAGES) {
            throw new RosterException(
                    "%s holds more text than fits into the memory: save it as 'CSV UTF-8', or split it."
                            .formatted(file));
        }
        pages.add(page);
    }
}
