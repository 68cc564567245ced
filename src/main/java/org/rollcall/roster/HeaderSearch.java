package org.rollcall.roster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.rollcall.roster.file.LineReader;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.header.ColumnNames;

/**
 * Finds the header among the first rows of a file, as titles and remarks may stand above it: it is the one with the most
 * names that Rollcall knows.
 *
 * @param header the header's line
 * @param read the lines below the header that were read in the search, and have to be handed out first
 */
record HeaderSearch(RosterLine header, Deque<RosterLine> read) {
    /** The last row in which a header may stand. */
    static final int LAST_ROW = 20;

    static HeaderSearch in(String file, LineReader lines, ColumnNames names) {
        List<RosterLine> seen = new ArrayList<>();
        int best = 0;
        int most = 0;
        for (RosterLine line = lines.next(); line != null; line = lines.next()) {
            seen.add(line);
            int known = names.countKnown(line.cells());
            if (known > most) {
                most = known;
                best = seen.size() - 1;
            }
            if (names.hasEveryRequired(line.cells()) || line.number() >= LAST_ROW) {
                break;
            }
        }
        if (seen.isEmpty()) {
            throw new RosterException("%s is empty%s."
                    .formatted(file, lines.details().format().hasSheets() ? ": its sheet has no rows" : ""));
        }
        return new HeaderSearch(seen.get(best), new ArrayDeque<>(seen.subList(best + 1, seen.size())));
    }
}
