package org.rollcall.roster.workbook;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The texts that a workbook's cells share. They are kept as bytes in large pages, which takes a third of the memory that
 * as many strings would take: a sheet of a million rows can have ten million of them.
 */
final class SharedStrings {
    private static final int PAGE = 1 << 20;

    private final List<byte[]> pages = new ArrayList<>();
    private long[] starts = new long[1024];
    private int[] lengths = new int[1024];
    private int count;
    private int used = PAGE;

    private SharedStrings() {}

    static SharedStrings none() {
        return new SharedStrings();
    }

    static SharedStrings read(InputStream part, int limit) throws XMLStreamException {
        SharedStrings strings = new SharedStrings();
        StringBuilder buffer = new StringBuilder();
        XMLStreamReader xml = SheetXml.reader(part);
        while (xml.hasNext()) {
            if (SheetXml.next(xml) == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                strings.add(SheetXml.unescaped(SheetXml.textWithin(xml, buffer, limit)));
            }
        }
        xml.close();
        return strings;
    }

    /** The text with this number; fails where a damaged workbook names one that it does not have. */
    String get(int index) throws XMLStreamException {
        if (index < 0 || index >= count) {
            throw new XMLStreamException("The workbook has no shared text " + index + ".");
        }
        byte[] page = pages.get((int) (starts[index] / PAGE));
        return new String(page, (int) (starts[index] % PAGE), lengths[index], StandardCharsets.UTF_8);
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (used + bytes.length > PAGE) {
            pages.add(new byte[Math.max(PAGE, bytes.length)]);
            used = 0;
        }
        System.arraycopy(bytes, 0, pages.get(pages.size() - 1), used, bytes.length);
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            lengths = Arrays.copyOf(lengths, count * 2);
        }
        starts[count] = (pages.size() - 1L) * PAGE + used;
        lengths[count] = bytes.length;
        count++;
        used += bytes.length;
    }
}
