package org.rollcall.roster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.rollcall.roster.file.LineReader;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.header.ColumnNames;
import org.rollcall.roster.text.CellText;

/**
 * Finds the header among the first rows of a file, as titles and remarks may stand above it: it is the one with the most
 * names that Rollcall knows. A header may take two rows, with cells that reach over both ("Student number" beside
 * "Person", and below "Person" the names of its parts): cells that are blank in the lower row are then those above them.
 *
 * @param header the header's line
 * @param read the lines below the header that were read in the search, and have to be handed out first
 * @param notes which rows were taken, where that is not the first one alone
 */
record HeaderSearch(RosterLine header, Deque<RosterLine> read, List<String> notes) {
    /** One known name alone may stand in a title, too. */
    private static final int FEWEST_NAMES = 2;

    static HeaderSearch in(String file, LineReader lines, ColumnNames names) {
        List<RosterLine> seen = new ArrayList<>();
        Candidate best = null;
        for (RosterLine line = lines.next(); line != null; line = lines.next()) {
            seen.add(line);
            Candidate candidate = candidate(seen, names);
            if (best == null || candidate.known() > best.known()) {
                best = candidate;
            }
            if (names.hasEveryRequired(candidate.cells()) || line.number() >= RosterLimits.LAST_HEADER_ROW) {
                break;
            }
        }
        if (best == null) {
            throw new RosterException("%s is empty%s."
                    .formatted(file, lines.details().format().hasSheets() ? ": its sheet has no rows" : ""));
        }
        Candidate found = best.known() < FEWEST_NAMES ? firstTable(seen, best) : best;
        return new HeaderSearch(
                seen.get(found.index()).withCells(found.cells()),
                new ArrayDeque<>(seen.subList(found.index() + 1, seen.size())),
                notes(seen.get(found.index()), found.twoRows()));
    }

    /** A row that may be the header, with the cells of the row above it in place of blank ones where they are names. */
    private record Candidate(int index, List<String> cells, int known, boolean twoRows) {}

    private static Candidate candidate(List<RosterLine> seen, ColumnNames names) {
        int index = seen.size() - 1;
        RosterLine line = seen.get(index);
        Candidate alone = new Candidate(index, line.cells(), names.countKnown(line.cells()), false);
        if (index == 0 || seen.get(index - 1).number() != line.number() - 1) {
            return alone;
        }
        List<String> both = filled(line.cells(), seen.get(index - 1).cells());
        int known = names.countKnown(both);
        return known > alone.known() && alone.known() > 0 ? new Candidate(index, both, known, true) : alone;
    }

    private static List<String> filled(List<String> below, List<String> above) {
        List<String> both = new ArrayList<>(below);
        for (int i = 0; i < above.size(); i++) {
            if (i >= both.size()) {
                both.add(above.get(i));
            } else if (CellText.isBlankCell(both.get(i))) {
                both.set(i, above.get(i));
            }
        }
        return both;
    }

    /** The first row that has more than a title in it, to be told what it lacks. */
    private static Candidate firstTable(List<RosterLine> seen, Candidate best) {
        for (int index = 0; index < seen.size(); index++) {
            List<String> cells = seen.get(index).cells();
            if (cells.stream().filter(cell -> !CellText.isBlankCell(cell)).count() > 1) {
                return index == best.index() ? best : new Candidate(index, cells, 0, false);
            }
        }
        return best;
    }

    private static List<String> notes(RosterLine line, boolean twoRows) {
        int row = line.number();
        List<String> notes = new ArrayList<>();
        if (twoRows) {
            notes.add("The names of the columns stand in the rows %d and %d, which are read together."
                    .formatted(row - 1, row));
        } else if (row > 1) {
            notes.add("The names of the columns stand in row %d; what stands above it is left out.".formatted(row));
        }
        line.findings()
                .forEach(finding ->
                        notes.add("Row %d, which has the names of the columns: %s".formatted(row, finding.message())));
        return notes;
    }
}
