package org.rollcall.roster.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLine;

/**
 * Finds out what separates the cells: the delimiter with which one of the first rows holds the most names that are known,
 * and among equals the one with which the rows below have as many cells as that one.
 */
final class DelimiterDetection {
    private static final String USUAL = ",;\t|:";
    private static final String UNUSUAL = "^~#*!/\\&%$@+=-_.¦§ ";
    /** Titles and remarks may stand above the header; it is looked for in as many rows. */
    private static final int ROWS = 20;

    private final CsvText text;
    private final int separatorLine;
    private final ToIntFunction<List<String>> knownNames;

    DelimiterDetection(CsvText text, int separatorLine, ToIntFunction<List<String>> knownNames) {
        this.text = text;
        this.separatorLine = separatorLine;
        this.knownNames = knownNames;
    }

    /**
     * Finds the delimiter.
     *
     * @throws RosterException if the cells are separated by something else, or there is but one in each row
     */
    CsvDialect find() {
        Trial best = bestOf(USUAL);
        if (best.known < 2) {
            Trial unusual = bestOf(UNUSUAL);
            if (unusual.known > 1) {
                throw new RosterException(("%s has %s between its cells, which Rollcall does not look for: save it with"
                                + " commas, or set rollcall.roster.delimiter.")
                        .formatted(text.file(), named(unusual.dialect.delimiter())));
            }
        }
        if (best.width == 1) {
            throw new RosterException(
                    ("%s has only one cell in each row: Rollcall looks for commas, semicolons, tabs, |"
                                    + " and : between cells, and finds none of them.")
                            .formatted(text.file()));
        }
        return best.dialect;
    }

    /** How the text is cut with a delimiter that is known. */
    CsvDialect with(char delimiter) {
        return tried(delimiter).dialect;
    }

    /** Whether the text is one of Rollcall's own reject reports, which have commas. */
    boolean isRejectReport() {
        try (CsvRows rows = text.firstRows(new CsvDialect(',', 0, List.of()), 1)) {
            RosterLine first = rows.next();
            return first != null && first.cells().contains("reject_row");
        }
    }

    /** A delimiter as a sentence names it. */
    static String named(char delimiter) {
        return switch (delimiter) {
            case '\t' -> "a tab";
            case ' ' -> "a space";
            default -> "\"" + delimiter + "\"";
        };
    }

    private Trial bestOf(String delimiters) {
        Trial best = tried(delimiters.charAt(0));
        for (char delimiter : delimiters.substring(1).toCharArray()) {
            Trial trial = tried(delimiter);
            if (trial.known > best.known || (trial.known == best.known && trial.even > best.even)) {
                best = trial;
            }
        }
        return best;
    }

    private Trial tried(char delimiter) {
        CsvDialect dialect = new CsvDialect(delimiter, separatorLine, List.of());
        List<RosterLine> lines = firstLines(dialect);
        List<String> header = List.of();
        int known = 0;
        int width = 0;
        for (RosterLine line : lines) {
            int found = knownNames.applyAsInt(line.cells());
            if (found > known || header.isEmpty()) {
                known = found;
                header = line.cells();
            }
            width = Math.max(width, line.cells().size());
        }
        HeaderWidth headerWidth = HeaderWidth.of(header);
        int even = 0;
        for (RosterLine line : lines) {
            even += headerWidth.named() > 1 && headerWidth.fits(line.cells()) ? 1 : 0;
        }
        return new Trial(dialect.with(header), known, even, width);
    }

    private List<RosterLine> firstLines(CsvDialect dialect) {
        List<RosterLine> lines = new ArrayList<>();
        try (CsvRows rows = text.firstRows(dialect, ROWS)) {
            for (RosterLine line = rows.next(); line != null && line.number() <= ROWS; line = rows.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /**
     * How the text looks with a delimiter.
     *
     * @param dialect the delimiter, and what would be the header
     * @param known the names that are known in that
     * @param even how many of the first rows are as wide
     * @param width the cells of the widest row
     */
    private record Trial(CsvDialect dialect, int known, int even, int width) {}
}
