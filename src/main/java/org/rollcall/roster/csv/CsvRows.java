package org.rollcall.roster.csv;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLine;

/** The rows of an open file; whatever keeps it from being read is told in a sentence. */
final class CsvRows implements AutoCloseable {
    private final CsvText text;
    private final Reader reader;
    private final CsvRecords records;

    CsvRows(CsvText text, CsvDialect dialect, long most) {
        this.text = text;
        try {
            this.reader = text.open(most);
            this.records = new CsvRecords(reader, text.file(), dialect, text.limits());
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** The next row that is not blank; null at the end. */
    @Nullable
    RosterLine next() {
        try {
            RosterLine line = records.next();
            return line == null || text.charset().broken() == 0 ? line : CsvFindings.withBrokenBytes(line);
        } catch (CharacterCodingException broken) {
            throw new RosterException(
                    "%s is not %s text near row %d: save it as 'CSV UTF-8'%s."
                            .formatted(
                                    text.file(),
                                    text.charset().name(),
                                    records.row(),
                                    text.charset().origin() == TextCharset.Origin.FIXED
                                            ? ", or set another rollcall.roster.charset"
                                            : ""),
                    broken);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException nothingWasWritten) {
            throw unreadable(nothingWasWritten);
        }
    }

    private RosterException unreadable(IOException failure) {
        return new RosterException("%s cannot be read.".formatted(text.file()), failure);
    }
}
