package org.rollcall.roster.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.FileDetails;
import org.rollcall.roster.file.FileOptions;
import org.rollcall.roster.file.LineReader;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;

/** Reads a CSV file: UTF-8, quoted as RFC 4180 has it, with commas, semicolons or tabs. */
public final class CsvLines implements LineReader {
    private static final char[] DELIMITERS = {',', ';', '\t'};

    private final CsvRecords records;
    private final FileDetails details;

    private CsvLines(CsvRecords records, FileDetails details) {
        this.records = records;
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
        Character fixed = options.delimiter();
        char delimiter = fixed == null ? delimiter(path, limits, knownNames) : fixed;
        return new CsvLines(CsvRecords.open(path, delimiter, limits), FileDetails.text("UTF-8", delimiter, List.of()));
    }

    @Override
    public FileDetails details() {
        return details;
    }

    @Override
    public @Nullable RosterLine next() {
        return records.next();
    }

    @Override
    public void close() {
        records.close();
    }

    /** The delimiter with which the first row holds the most known names; a comma where none does. */
    private static char delimiter(Path path, RosterLimits limits, ToIntFunction<List<String>> knownNames) {
        char best = DELIMITERS[0];
        int most = 0;
        for (char delimiter : DELIMITERS) {
            int known = knownNames(path, delimiter, limits, knownNames);
            if (known > most) {
                most = known;
                best = delimiter;
            }
        }
        return best;
    }

    private static int knownNames(
            Path path, char delimiter, RosterLimits limits, ToIntFunction<List<String>> knownNames) {
        try (CsvRecords records = CsvRecords.open(path, delimiter, limits)) {
            RosterLine first = records.next();
            return first == null ? 0 : knownNames.applyAsInt(first.cells());
        } catch (RosterException notWithThisDelimiter) {
            return 0;
        }
    }
}
