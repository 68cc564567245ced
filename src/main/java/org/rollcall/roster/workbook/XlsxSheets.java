package org.rollcall.roster.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.FileFormat;
import org.rollcall.roster.file.RosterLimits;

/** The sheets of an open Excel workbook. What they have in common, such as its texts, is read once for all of them. */
final class XlsxSheets implements Workbook {
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
            throw WorkbookLines.damaged(FileFormat.XLSX, file, null, failure);
        }
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public List<SheetChoice.Sheet> list() {
        return sheets.stream()
                .map(sheet -> new SheetChoice.Sheet(sheet.name(), sheet.hidden()))
                .toList();
    }

    @Override
    public Rows rows(int place) {
        WorkbookIndex.Entry sheet = sheets.get(place);
        try {
            return new SheetRows(parts.worksheet(sheet.relation()), cells, new RowCells(file, sheet.name(), limits));
        } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException failure) {
            throw WorkbookLines.damaged(FileFormat.XLSX, file, null, failure);
        }
    }

    @Override
    public MergedCells merged(int place, SheetLayout layout) {
        String relation = sheets.get(place).relation();
        try {
            if (parts.worksheetNames(relation, SheetLayout.MERGED)) {
                try (SheetXml xml = parts.worksheet(relation)) {
                    while (xml.advance()) {
                        layout.takeMerged(xml);
                    }
                }
            }
        } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException toldWithTheRows) {
            return layout.merged();
        }
        return layout.merged();
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
