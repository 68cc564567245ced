package org.rollcall.roster.csv;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.FileDetails;
import org.rollcall.roster.file.FileOptions;
import org.rollcall.roster.file.LineReader;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;

/** Reads a text file with delimiters. */
public final class CsvLines implements LineReader {
    private final CsvRows rows;
    private final FileDetails details;

    private CsvLines(CsvRows rows, FileDetails details) {
        this.rows = rows;
        this.details = details;
    }

    /**
     * Opens a file.
     *
     * @param path the file
     * @param limits how large it may be
     * @param options what is fixed about it
     * @param knownNames how many of some cells are names of columns
     * @throws RosterException if it cannot be read
     */
    public static CsvLines open(
            Path path, RosterLimits limits, FileOptions options, ToIntFunction<List<String>> knownNames) {
        TextCharset charset = CharsetDetection.of(path, options.charset());
        CsvText text = new CsvText(path, charset, limits);
        List<String> notes = new ArrayList<>();
        CsvDialect dialect = dialect(text, options.delimiter(), knownNames, notes);
        notes.addAll(new CharsetNotes(text, dialect).with(options.charset()));
        return new CsvLines(text.rows(dialect), FileDetails.text(charset.name(), dialect.delimiter(), notes));
    }

    @Override
    public FileDetails details() {
        return details;
    }

    @Override
    public @Nullable RosterLine next() {
        return rows.next();
    }

    @Override
    public void close() {
        rows.close();
    }

    private static CsvDialect dialect(
            CsvText text, @Nullable Character fixed, ToIntFunction<List<String>> knownNames, List<String> notes) {
        SeparatorLine line = separatorLine(text);
        if (line != null) {
            notes.add("The first line of the file says that %s stands between its cells%s."
                    .formatted(
                            DelimiterDetection.named(line.delimiter()),
                            fixed == null || fixed == line.delimiter()
                                    ? ""
                                    : "; the setting rollcall.roster.delimiter was left aside"));
            return new DelimiterDetection(text, line.length(), knownNames).with(line.delimiter());
        }
        DelimiterDetection detection = new DelimiterDetection(text, 0, knownNames);
        if (fixed == null) {
            return detection.find();
        }
        if (fixed != ',' && detection.isRejectReport()) {
            notes.add("The file is one of Rollcall's own reject reports, which always have commas between their cells;"
                    + " the setting rollcall.roster.delimiter was left aside.");
            return detection.with(',');
        }
        if (fixed == '"' || fixed == '\n' || fixed == '\r') {
            throw new RosterException(
                    "%s cannot be read: rollcall.roster.delimiter must not be a quotation mark or a line break."
                            .formatted(text.file()));
        }
        return detection.with(fixed);
    }

    private static @Nullable SeparatorLine separatorLine(CsvText text) {
        try (Reader start = text.open(SeparatorLine.LONGEST)) {
            return SeparatorLine.of(start);
        } catch (IOException unreadableOrNotOfTheCharset) {
            return null;
        }
    }
}
