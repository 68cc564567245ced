package org.rollcall.roster;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.FileDetails;
import org.rollcall.roster.file.LineReader;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.header.RosterHeader;
import org.rollcall.roster.text.FormulaGuard;

/**
 * Reads a roster's rows one after the other. The header has been read and understood when the reader is there. A reader
 * belongs to one thread.
 */
public final class RosterReader implements AutoCloseable {
    private final String file;
    private final LineReader lines;
    private final List<String> notes;
    private final RosterHeader header;
    private final Deque<RosterLine> read;
    private final int maxRows;

    private RosterReader(
            String file,
            LineReader lines,
            List<String> notes,
            RosterHeader header,
            Deque<RosterLine> read,
            int maxRows) {
        this.file = file;
        this.lines = lines;
        this.notes = List.copyOf(notes);
        this.header = header;
        this.read = read;
        this.maxRows = maxRows;
    }

    static RosterReader of(String file, LineReader lines, RosterRules rules) {
        HeaderSearch found = HeaderSearch.in(file, lines, rules.names());
        RosterHeader header =
                RosterHeader.of(file, found.header().number(), found.header().cells(), rules.names());
        List<String> notes = new ArrayList<>(found.notes());
        notes.addAll(header.notes());
        return new RosterReader(
                file, lines, notes, header, found.read(), rules.limits().maxRows());
    }

    /** {@return what was found out about the file} */
    public FileDetails details() {
        return lines.details().andNotes(notes);
    }

    /** {@return the header, which names every column that Rollcall acts on} */
    public RosterHeader header() {
        return header;
    }

    /**
     * Reads the next row that is not blank. In one of Rollcall's own reject reports, what was done to the cells so that
     * no spreadsheet would run them is taken back.
     *
     * @return the row, or null at the end of the file
     * @throws RosterException if the file cannot be read further, or has more rows than it may
     */
    public @Nullable RosterLine next() {
        RosterLine line = read.isEmpty() ? lines.next() : read.poll();
        if (line == null) {
            return null;
        }
        if (line.number() - header.row() > maxRows) {
            throw new RosterException(
                    "%s has more than %d rows, which is the most that is read (rollcall.roster.max-rows)."
                            .formatted(file, maxRows));
        }
        RosterLine whole = lines.details().format().hasSheets() ? padded(line) : line;
        return header.isRejectReport()
                ? whole.withCells(
                        whole.cells().stream().map(FormulaGuard::restore).toList())
                : whole;
    }

    /** Closes the file; never fails, as nothing was written. */
    @Override
    public void close() {
        lines.close();
    }

    private RosterLine padded(RosterLine line) {
        if (line.cells().size() >= header.size()) {
            return line;
        }
        List<String> whole = new ArrayList<>(line.cells());
        while (whole.size() < header.size()) {
            whole.add("");
        }
        return line.withCells(whole);
    }
}
