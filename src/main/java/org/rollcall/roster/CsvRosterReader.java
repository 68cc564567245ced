package org.rollcall.roster;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a CSV roster: UTF-8, quoted as RFC 4180 has it, with commas, semicolons or tabs. */
final class CsvRosterReader implements RosterReader {
    private static final char[] DELIMITERS = {',', ';', '\t'};

    private final CsvRecords records;
    private final RosterHeader header;

    private CsvRosterReader(CsvRecords records, RosterHeader header) {
        this.records = records;
        this.header = header;
    }

    static CsvRosterReader open(Path path, RosterLimits limits) {
        CsvRecords records = CsvRecords.open(path, delimiter(path, limits), limits);
        try {
            String file = String.valueOf(path.getFileName());
            RosterLine first = records.next();
            if (first == null) {
                throw new RosterException("%s is empty.".formatted(file));
            }
            return new CsvRosterReader(records, RosterHeader.of(file, first.number(), first.cells()));
        } catch (RosterException noRoster) {
            records.close();
            throw noRoster;
        }
    }

    @Override
    public RosterHeader header() {
        return header;
    }

    @Override
    public @Nullable RosterLine next() {
        return records.next();
    }

    @Override
    public void close() {
        records.close();
    }

    /** The delimiter with which the header holds the most names that Rollcall knows; a comma where none does. */
    private static char delimiter(Path path, RosterLimits limits) {
        char best = DELIMITERS[0];
        int most = 0;
        for (char delimiter : DELIMITERS) {
            int known = knownNames(path, delimiter, limits);
            if (known > most) {
                most = known;
                best = delimiter;
            }
        }
        return best;
    }

    private static int knownNames(Path path, char delimiter, RosterLimits limits) {
        try (CsvRecords records = CsvRecords.open(path, delimiter, limits)) {
            RosterLine first = records.next();
            return first == null ? 0 : RosterHeader.countKnown(first.cells());
        } catch (RosterException notWithThisDelimiter) {
            return 0;
        }
    }
}
