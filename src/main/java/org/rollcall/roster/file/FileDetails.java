package org.rollcall.roster.file;

import java.util.ArrayList;
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

    /**
     * The same with more notes behind.
     *
     * @param more what else was assumed
     */
    public FileDetails andNotes(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new FileDetails(format, archive, charset, delimiter, sheet, all);
    }

    /** {@return what the file was taken for, such as {@code CSV text, UTF-8, separated by commas}} */
    public String description() {
        StringBuilder text = new StringBuilder(format.title());
        if (charset != null) {
            text.append(", ").append(charset);
        }
        if (delimiter != null) {
            text.append(", separated by ").append(named(delimiter));
        }
        if (sheet != null) {
            text.append(", sheet ").append(sheet);
        }
        if (archive != null) {
            text.append(", in a ").append(archive).append(" file");
        }
        return text.toString();
    }

    private static String named(char delimiter) {
        return switch (delimiter) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case '|' -> "vertical bars";
            case ':' -> "colons";
            default -> "\"" + delimiter + "\"";
        };
    }
}
