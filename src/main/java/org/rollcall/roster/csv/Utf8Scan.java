package org.rollcall.roster.csv;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * How a whole file reads as UTF-8. It is looked through before the first row is read, so that no file is half read before
 * its character set turns out to be another one.
 */
final class Utf8Scan {
    private static final int BUFFER = 1 << 16;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;

    private long whole;
    private long broken;
    /** How many bytes the character still lacks, and between which values the next one must be. */
    private int lacking;

    private int from;
    private int to;

    private Utf8Scan() {}

    static Utf8Scan of(InputStream in) throws IOException {
        Utf8Scan scan = new Utf8Scan();
        byte[] bytes = new byte[BUFFER];
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
            scan.take(bytes, count);
        }
        if (scan.lacking > 0) {
            scan.broken++;
        }
        return scan;
    }

    boolean isUtf8() {
        return broken == 0;
    }

    /**
     * Whether it is UTF-8 with some bytes of another kind in it, and no other character set: in no other do so many bytes
     * make characters of more than one byte by chance.
     */
    boolean isMostlyUtf8() {
        return whole >= broken;
    }

    /** In how many places it is not UTF-8. */
    long broken() {
        return broken;
    }

    private void take(byte[] bytes, int count) {
        int at = 0;
        while (at < count) {
            if (lacking == 0 && bytes[at] >= 0) {
                at++;
                while (at + Long.BYTES <= count && ((long) EIGHT.get(bytes, at) & HIGH_BITS) == 0) {
                    at += Long.BYTES;
                }
            } else {
                take(bytes[at] & 0xFF);
                at++;
            }
        }
    }

    private void take(int value) {
        if (lacking > 0) {
            if (value >= from && value <= to) {
                lacking--;
                whole += lacking == 0 ? 1 : 0;
                from = 0x80;
                to = 0xBF;
                return;
            }
            broken++;
            lacking = 0;
        }
        if (value >= 0x80) {
            begin(value);
        }
    }

    /** The first byte of a character, as the Unicode standard has it in table 3-7. */
    private void begin(int value) {
        if (value < 0xC2 || value > 0xF4) {
            broken++;
            return;
        }
        lacking = value < 0xE0 ? 1 : value < 0xF0 ? 2 : 3;
        from = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : 0x80;
        to = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : 0xBF;
    }
}
