package org.rollcall.roster.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.rollcall.roster.file.FileFormat;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;

/** An open OpenDocument spreadsheet, of which the names of the sheets are known. */
final class OdsWorkbook implements Workbook {
    private static final int MOST_SHEETS = 255;

    private final OdsPackage archive;
    private final RosterLimits limits;
    private final List<SheetChoice.Sheet> sheets;

    private OdsWorkbook(OdsPackage archive, RosterLimits limits) throws IOException, XMLStreamException {
        this.archive = archive;
        this.limits = limits;
        this.sheets = sheets(archive);
    }

    static OdsWorkbook open(Path path, RosterLimits limits) {
        OdsPackage archive = null;
        try {
            archive = OdsPackage.open(path, limits);
            return new OdsWorkbook(archive, limits);
        } catch (IOException | XMLStreamException | RuntimeException failure) {
            if (archive != null) {
                archive.close();
            }
            throw WorkbookLines.damaged(FileFormat.ODS, String.valueOf(path.getFileName()), null, failure);
        }
    }

    @Override
    public String file() {
        return archive.file();
    }

    @Override
    public List<SheetChoice.Sheet> list() {
        return sheets;
    }

    @Override
    public Rows rows(int place) {
        try {
            SheetXml xml = archive.content();
            int left = place;
            while (advanceToSheet(xml)) {
                if (left-- == 0) {
                    return new OdsRows(
                            xml, new RowCells(file(), sheets.get(place).name(), limits), limits);
                }
                xml.skip();
            }
            throw new IOException("A sheet is missing.");
        } catch (IOException | XMLStreamException | RuntimeException failure) {
            throw WorkbookLines.damaged(FileFormat.ODS, file(), null, failure);
        }
    }

    /** An OpenDocument file tells it with the cells. */
    @Override
    public MergedCells merged(int place, SheetLayout layout) {
        return layout.merged();
    }

    @Override
    public void close() {
        archive.close();
    }

    private static List<SheetChoice.Sheet> sheets(OdsPackage archive) throws IOException, XMLStreamException {
        List<SheetChoice.Sheet> sheets = new ArrayList<>();
        try (SheetXml xml = archive.content()) {
            Set<String> hidden = hiddenStyles(xml);
            while (xml.begins("table") || advanceToSheet(xml)) {
                String style = Objects.requireNonNullElse(xml.attribute("style-name"), "");
                String name = Objects.requireNonNullElse(xml.attribute("name"), "");
                sheets.add(new SheetChoice.Sheet(name, hidden.contains(style)));
                if (sheets.size() > MOST_SHEETS) {
                    throw new RosterException("%s has more than %d sheets: put the roster into a workbook of its own."
                            .formatted(archive.file(), MOST_SHEETS));
                }
                xml.skip();
            }
        }
        return List.copyOf(sheets);
    }

    /** Reads the styles, which stand before the first sheet. */
    private static Set<String> hiddenStyles(SheetXml xml) throws XMLStreamException {
        Set<String> hidden = new HashSet<>();
        String style = "";
        while (!xml.begins("spreadsheet") && xml.advance()) {
            if (xml.begins("style")) {
                style = Objects.requireNonNullElse(xml.attribute("name"), "");
            } else if (xml.begins("table-properties") && "false".equals(xml.attribute("display"))) {
                hidden.add(style);
            }
        }
        return hidden;
    }

    /** Goes on to where the next sheet begins; tables of other files and of earlier states are none. */
    private static boolean advanceToSheet(SheetXml xml) throws XMLStreamException {
        while (xml.advance()) {
            if (xml.begins("table")) {
                return true;
            }
            if (xml.begins("dde-links") || xml.begins("tracked-changes")) {
                xml.skip();
            }
        }
        return false;
    }
}
