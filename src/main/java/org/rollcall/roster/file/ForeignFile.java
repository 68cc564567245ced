package org.rollcall.roster.file;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Kinds of files that people drop by mistake, told by the bytes that each begins with. */
enum ForeignFile {
    PDF("a PDF document", 0, "%PDF-"),
    PNG("an image", 0, "\u0089PNG\r\n"),
    JPEG("an image", 0, "\u00FF\u00D8\u00FF"),
    GIF("an image", 0, "GIF8"),
    TIFF_LE("an image", 0, "II*\0"),
    TIFF_BE("an image", 0, "MM\0*"),
    HEIF("an image or a film", 4, "ftyp"),
    RIFF("an image, a sound or a film", 0, "RIFF"),
    RTF("a text with formats (RTF)", 0, "{\\rtf"),
    SEVEN_ZIP("a 7-Zip archive; pack it as ZIP, or drop what is in it", 0, "7z\u00BC\u00AF'\u001C"),
    RAR("a RAR archive; pack it as ZIP, or drop what is in it", 0, "Rar!\u001A\u0007"),
    BZIP2("a bzip2 archive; pack it as ZIP, or drop what is in it", 4, "1AY&SY"),
    XZ("an xz archive; pack it as ZIP, or drop what is in it", 0, "\u00FD7zXZ\0"),
    ZSTANDARD("a Zstandard archive; pack it as ZIP, or drop what is in it", 0, "(\u00B5/\u00FD"),
    CABINET("a CAB archive; pack it as ZIP, or drop what is in it", 0, "MSCF\0"),
    TAR("a TAR archive; pack it as ZIP, or drop what is in it", 257, "ustar"),
    PGP("encrypted with PGP; decrypt it first", 0, "-----BEGIN PGP MESSAGE"),
    EXCEL_2("an Excel workbook of before 1997; open it in Excel and save it as .xlsx", 0, "\t\0\4\0"),
    EXCEL_3("an Excel workbook of before 1997; open it in Excel and save it as .xlsx", 0, "\t\2\6\0"),
    EXCEL_4("an Excel workbook of before 1997; open it in Excel and save it as .xlsx", 0, "\t\4\6\0"),
    LOTUS_1("a Lotus 1-2-3 sheet; open it in Excel or LibreOffice and save it as .xlsx", 0, "\0\0\2\0"),
    LOTUS_3("a Lotus 1-2-3 sheet; open it in Excel or LibreOffice and save it as .xlsx", 0, "\0\0\u001A\0"),
    ACCESS("an Access database; export the table from it", 4, "Standard "),
    SQLITE("an SQLite database; export the table from it", 0, "SQLite format 3\0"),
    PARQUET("a Parquet file; export it as CSV", 0, "PAR1"),
    PROGRAM("a program", 0, "MZ\u0090\0"),
    PROGRAM_OF_UNIX("a program", 0, "\u007FELF");

    /** Behind the last byte that a signature looks at. */
    private static final int LAST = 512;

    private final String phrase;
    private final int offset;
    private final String signature;

    ForeignFile(String phrase, int offset, String signature) {
        this.phrase = phrase;
        this.offset = offset;
        this.signature = signature;
    }

    /**
     * What a file is instead of a roster.
     *
     * @param start its first bytes
     * @return how the sentence about it goes on, or null if it may be a roster
     */
    static @Nullable String phrase(byte[] start) {
        String bytes = new String(start, 0, Math.min(start.length, LAST), StandardCharsets.ISO_8859_1);
        for (ForeignFile kind : values()) {
            if (bytes.startsWith(kind.signature, kind.offset)) {
                return kind.phrase;
            }
        }
        return isDbase(start) ? "a dBase table; open it in Excel or LibreOffice and save it as .xlsx" : null;
    }

    /** The version, the date of the last change, and where the header says it ends, a carriage return. */
    private static boolean isDbase(byte[] start) {
        if (start.length < 68 || "\u000301\u0083\u008B\u00F5".indexOf(start[0] & 0xFF) < 0) {
            return false;
        }
        int end = (start[8] & 0xFF) + 256 * (start[9] & 0xFF);
        boolean dated = start[2] >= 1 && start[2] <= 12 && start[3] >= 1 && start[3] <= 31;
        return dated && end % 32 == 1 && end <= start.length && start[end - 1] == '\r';
    }
}
