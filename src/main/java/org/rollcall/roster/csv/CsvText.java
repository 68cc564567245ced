package org.rollcall.roster.csv;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rollcall.roster.file.RosterLimits;

/**
 * A file as text; it can be opened more than once, as its delimiter is found out by reading its first rows.
 *
 * @param path the file
 * @param charset what its bytes stand for
 * @param limits how large it may be
 */
record CsvText(Path path, TextCharset charset, RosterLimits limits) {
    String file() {
        return String.valueOf(path.getFileName());
    }

    /** The first characters of the text. */
    Reader open(long most) throws IOException {
        return new StrictReader(Files.newInputStream(path), charset.decoder(), most);
    }

    /** All rows. */
    CsvRows rows(CsvDialect dialect) {
        return new CsvRows(this, dialect, Long.MAX_VALUE);
    }

    /** So many rows, or a little more; where one is longer than any may be, fewer. */
    CsvRows firstRows(CsvDialect dialect, int count) {
        return new CsvRows(this, dialect, (long) count * limits.maxRowLength());
    }
}
