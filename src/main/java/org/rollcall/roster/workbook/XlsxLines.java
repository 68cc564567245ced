package org.rollcall.roster.workbook;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.FileDetails;
import org.rollcall.roster.file.FileFormat;
import org.rollcall.roster.file.FileOptions;
import org.rollcall.roster.file.LineReader;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;

/** Reads the first sheet of an Excel workbook, with one row in memory at a time. */
public final class XlsxLines implements LineReader {
    private final WorkbookParts parts;
    private final SheetRows rows;
    private final FileDetails details;

    private XlsxLines(WorkbookParts parts, SheetRows rows, FileDetails details) {
        this.parts = parts;
        this.rows = rows;
        this.details = details;
    }

    /**
     * Opens a workbook.
     *
     * @param path the file
     * @param limits how large it may be
     * @param options what is fixed about it
     * @param knownNames how many of some cells are names of columns
     * @throws RosterException if it cannot be read
     */
    public static XlsxLines open(
            Path path, RosterLimits limits, FileOptions options, ToIntFunction<List<String>> knownNames) {
        WorkbookParts parts = WorkbookParts.open(path);
        try {
            return new XlsxLines(parts, parts.firstSheet(limits), FileDetails.workbook(FileFormat.XLSX, "", List.of()));
        } catch (RosterException noRoster) {
            parts.close();
            throw noRoster;
        } catch (XMLStreamException | RuntimeException failure) {
            parts.close();
            throw parts.damaged(1, failure);
        }
    }

    @Override
    public FileDetails details() {
        return details;
    }

    @Override
    public @Nullable RosterLine next() {
        try {
            return rows.next();
        } catch (XMLStreamException | RuntimeException failure) {
            throw parts.damaged(rows.row(), failure);
        }
    }

    @Override
    public void close() {
        parts.close();
    }
}
