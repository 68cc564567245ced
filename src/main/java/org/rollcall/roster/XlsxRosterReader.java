package org.rollcall.roster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads the first sheet of an Excel workbook, with one row in memory at a time. */
final class XlsxRosterReader implements RosterReader {
    private final WorkbookParts parts;
    private final SheetRows rows;
    private final RosterLimits limits;
    private final RosterHeader header;

    private XlsxRosterReader(WorkbookParts parts, SheetRows rows, RosterLimits limits, RosterHeader header) {
        this.parts = parts;
        this.rows = rows;
        this.limits = limits;
        this.header = header;
    }

    static XlsxRosterReader open(Path path, RosterLimits limits) {
        WorkbookParts parts = WorkbookParts.open(path);
        try {
            SheetRows rows = parts.firstSheet(limits);
            RosterLine first = rows.next();
            if (first == null) {
                throw new RosterException("%s is empty: its first sheet has no rows.".formatted(parts.file()));
            }
            RosterHeader header = RosterHeader.of(parts.file(), first.number(), first.cells());
            return new XlsxRosterReader(parts, rows, limits, header);
        } catch (RosterException noRoster) {
            parts.close();
            throw noRoster;
        } catch (XMLStreamException | RuntimeException failure) {
            parts.close();
            throw parts.damaged(1, failure);
        }
    }

    @Override
    public RosterHeader header() {
        return header;
    }

    @Override
    public @Nullable RosterLine next() {
        RosterLine line;
        try {
            line = rows.next();
        } catch (XMLStreamException | RuntimeException failure) {
            throw parts.damaged(rows.row(), failure);
        }
        if (line == null) {
            return null;
        }
        if (line.number() - header.row() > limits.maxRows()) {
            throw new RosterException(
                    "%s has more than %d rows, which is the most that is read (rollcall.roster.max-rows)."
                            .formatted(parts.file(), limits.maxRows()));
        }
        return line.cells().size() >= header.size() ? line : new RosterLine(line.number(), padded(line.cells()));
    }

    @Override
    public void close() {
        parts.close();
    }

    private List<String> padded(List<String> cells) {
        List<String> whole = new ArrayList<>(cells);
        while (whole.size() < header.size()) {
            whole.add("");
        }
        return whole;
    }
}
