package org.rollcall.roster.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.text.Wording;

/** The sheets of an open Excel workbook. What they have in common, such as its texts, is read once for all of them. */
final class XlsxSheets implements AutoCloseable {
    private final String file;
    private final WorkbookParts parts;
    private final RosterLimits limits;
    private final List<WorkbookIndex.Entry> sheets;
    private final SharedStrings strings;
    private final SheetCells cells;

    private XlsxSheets(String file, WorkbookParts parts, RosterLimits limits)
            throws IOException, OpenXML4JException, XMLStreamException {
        this.file = file;
        this.parts = parts;
        this.limits = limits;
        WorkbookIndex index = index(parts);
        this.sheets = index.sheets().stream()
                .filter(sheet -> parts.isWorksheet(sheet.relation()))
                .toList();
        NumberDisplay numbers = new NumberDisplay(styles(parts), index.from1904());
        long mostBytes = Runtime.getRuntime().maxMemory() / 2;
        this.strings = new SharedStrings(file, parts.related("sharedStrings"), limits, mostBytes);
        this.cells = new SheetCells(strings, numbers, index.uncalculated(), limits);
    }

    static XlsxSheets open(Path path, RosterLimits limits) {
        String file = String.valueOf(path.getFileName());
        WorkbookParts parts = WorkbookParts.open(path, limits);
        try {
            return new XlsxSheets(file, parts, limits);
        } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException failure) {
            parts.close();
            throw damaged(file, null, failure);
        }
    }

    /** The file's name. */
    String file() {
        return file;
    }

    /** The sheets that have cells, from left to right. */
    List<SheetChoice.Sheet> list() {
        return sheets.stream()
                .map(sheet -> new SheetChoice.Sheet(sheet.name(), sheet.hidden()))
                .toList();
    }

    /** Opens the sheet that stands at this place in the list. */
    SheetRows rows(int place) {
        WorkbookIndex.Entry sheet = sheets.get(place);
        try {
            return new SheetRows(file, sheet.name(), parts.worksheet(sheet.relation()), cells, limits);
        } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException failure) {
            throw damaged(file, null, failure);
        }
    }

    /**
     * What to say when the workbook breaks off while it is read.
     *
     * @param rows the sheet that is read; null while none is
     */
    static RosterException damaged(String file, @Nullable SheetRows rows, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RosterException said) {
                return said;
            }
            if (String.valueOf(cause.getMessage()).contains("Zip bomb")) {
                return new RosterException(
                        "%s is refused: unpacked it would be more than a hundred times as large.".formatted(file),
                        failure);
            }
        }
        String where = rows == null
                ? ""
                : " near row %d of sheet “%s”".formatted(Math.max(rows.row(), 1), Wording.shortened(rows.sheet()));
        return new RosterException(
                "%s is damaged%s: open it in Excel and save it again.".formatted(file, where), failure);
    }

    @Override
    public void close() {
        strings.close();
        parts.close();
    }

    private static WorkbookIndex index(WorkbookParts parts) throws IOException, XMLStreamException {
        try (SheetXml xml = parts.main()) {
            return WorkbookIndex.read(xml);
        }
    }

    private static List<NumberDisplay.Style> styles(WorkbookParts parts)
            throws IOException, OpenXML4JException, XMLStreamException {
        try (@Nullable SheetXml xml = parts.related("styles")) {
            return xml == null ? List.of() : WorkbookStyles.read(xml);
        }
    }
}
