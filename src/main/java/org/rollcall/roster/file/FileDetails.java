package org.rollcall.roster.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a file when it was opened.
 *
 * @param format its kind
 * @param archive the kind of archive that it came in, such as {@code ZIP}; null for none
 * @param charset the name of its character set, such as {@code UTF-8}; null where it is no text file
 * @param delimiter what separates its cells; null where it is no text file
 * @param sheet the name of the sheet that is read; null where there are no sheets
 * @param notes what was assumed, a sentence each
 */
public record FileDetails(
        FileFormat format,
        @Nullable String archive,
        @Nullable String charset,
        @Nullable Character delimiter,
        @Nullable String sheet,
        List<String> notes) {
    public FileDetails {
        notes = List.copyOf(notes);
    }

    /**
     * A text file.
     *
     * @param charset the name of its character set
     * @param delimiter what separates its cells
     * @param notes what was assumed
     */
    public static FileDetails text(String charset, char delimiter, List<String> notes) {
        return new FileDetails(FileFormat.CSV, null, charset, delimiter, null, notes);
    }

    /**
     * A workbook.
     *
     * @param format its kind
     * @param sheet the name of the sheet that is read
     * @param notes what was assumed
     */
    public static FileDetails workbook(FileFormat format, String sheet, List<String> notes) {
        return new FileDetails(format, null, null, null, sheet, notes);
    }
}
