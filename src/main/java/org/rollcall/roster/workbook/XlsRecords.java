package org.rollcall.roster.workbook;

import java.io.IOException;
import org.apache.poi.hssf.record.RecordInputStream;

/**
 * The records of an old Excel workbook, pulled one at a time. A record is known by its number; what is not read of it is
 * passed over.
 */
final class XlsRecords {
    /** Begins the workbook, a sheet, or a chart within a sheet. */
    static final int BEGIN = 0x809;

    /** Ends it. */
    static final int END = 0x0A;

    private final RecordInputStream in;
    private boolean begun;

    XlsRecords(RecordInputStream in) {
        this.in = in;
    }

    /** Goes on to the next record; whether there is one. */
    boolean next() {
        if (begun) {
            skip(in.remaining());
        }
        begun = in.hasNextRecord();
        if (begun) {
            in.nextRecord();
        }
        return begun;
    }

    /** The number of the record's kind. */
    int id() {
        return in.getSid() & 0xFFFF;
    }

    /** What is left of the record, from which texts are read on into the records that continue it. */
    RecordInputStream in() {
        return in;
    }

    /**
     * Passes over this many bytes of the record and of those that continue it. Each piece has an array of its own length:
     * where a workbook is encrypted, POI fills arrays to their end.
     */
    void skip(int count) {
        for (int left = count; left > 0; ) {
            byte[] piece = new byte[Math.min(left, RecordInputStream.MAX_RECORD_DATA_SIZE)];
            in.readFully(piece);
            left -= piece.length;
        }
    }

    /** Passes over records up to the one that begins at this position of the stream. */
    void skipTo(int position) throws IOException {
        long at = 0;
        while (at < position) {
            if (!next()) {
                throw new IOException("The workbook ends before a sheet that it has.");
            }
            at += 4L + in.remaining();
        }
    }
}
