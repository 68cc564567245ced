package org.rollcall.roster.workbook;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.record.RecordInputStream;
import org.rollcall.roster.file.RosterException;

/** Reads the texts that the cells of an old Excel workbook share. Their formats and how to read them aloud are left out. */
final class XlsTexts {
    private static final int WIDE = 1;
    private static final int ALOUD = 4;
    private static final int FORMATTED = 8;
    private static final int FORMAT_RUN = 4;
    private static final int CONTINUED = 0x3C;

    /** What Java needs for a text beside its characters, and for each of these, in bytes. */
    private static final int OF_A_TEXT = 56;

    private static final int OF_A_CHARACTER = 2;

    private XlsTexts() {}

    /**
     * Reads all of them.
     *
     * @param file the file's name
     * @param mostBytes how much memory the texts may take
     */
    static List<String> read(String file, XlsRecords records, long mostBytes) {
        RecordInputStream in = records.in();
        records.skip(Integer.BYTES);
        int count = in.readInt();
        List<String> texts = new ArrayList<>();
        long bytes = 0;
        while (texts.size() < count && (in.remaining() > 0 || continues(in))) {
            String text = text(records);
            bytes += OF_A_TEXT + (long) OF_A_CHARACTER * text.length();
            if (bytes > mostBytes) {
                throw new RosterException(
                        "%s holds more text than fits into the memory; save it as 'CSV UTF-8'.".formatted(file));
            }
            texts.add(text);
        }
        return texts;
    }

    private static String text(XlsRecords records) {
        RecordInputStream in = records.in();
        int length = in.readUShort();
        int flags = in.readUByte();
        int formats = (flags & FORMATTED) == 0 ? 0 : in.readUShort();
        int aloud = (flags & ALOUD) == 0 ? 0 : in.readInt();
        String text = (flags & WIDE) == 0 ? in.readCompressedUnicode(length) : in.readUnicodeLEString(length);
        records.skip(formats * FORMAT_RUN);
        records.skip(aloud);
        return text;
    }

    private static boolean continues(RecordInputStream in) {
        return in.hasNextRecord() && in.getNextSid() == CONTINUED;
    }
}
