package org.rollcall.roster.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;

/** An open Excel workbook, as the parts that its ZIP archive holds. */
final class WorkbookParts implements AutoCloseable {
    private final String file;
    private final OPCPackage archive;

    private WorkbookParts(String file, OPCPackage archive) {
        this.file = file;
        this.archive = archive;
    }

    static WorkbookParts open(Path path) {
        String file = String.valueOf(path.getFileName());
        try {
            requireDirectory(path);
            return new WorkbookParts(file, OPCPackage.open(path.toFile(), PackageAccess.READ));
        } catch (IOException | OpenXML4JException | RuntimeException failure) {
            throw new RosterException(
                    ("%s cannot be read as an Excel workbook: it is damaged or something else; open it in Excel and"
                                    + " save it again.")
                            .formatted(file),
                    failure);
        }
    }

    String file() {
        return file;
    }

    SheetRows firstSheet(RosterLimits limits) throws XMLStreamException {
        try {
            XSSFReader reader = new XSSFReader(archive);
            Iterator<InputStream> sheets = reader.getSheetsData();
            if (!sheets.hasNext()) {
                throw new RosterException("%s is not a roster: it has no sheet.".formatted(file));
            }
            NumberDisplay numbers = new NumberDisplay(reader.getStylesTable(), countsFrom1904(reader));
            return new SheetRows(SheetXml.reader(sheets.next()), sharedStrings(reader, limits), numbers, limits);
        } catch (IOException | OpenXML4JException failure) {
            throw damaged(1, failure);
        }
    }

    /** What to say when the workbook breaks off while it is read. */
    RosterException damaged(int row, Exception failure) {
        if (failure instanceof RosterException said) {
            return said;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("Zip bomb")) {
                return new RosterException(
                        "%s is refused: unpacked it would be more than a hundred times as large.".formatted(file),
                        failure);
            }
        }
        return new RosterException(
                "%s is damaged near row %d: open it in Excel and save it again.".formatted(file, Math.max(row, 1)),
                failure);
    }

    /** Closes without writing anything back. */
    @Override
    public void close() {
        archive.revert();
    }

    /** POI would unpack an archive that has lost its end into memory, to save what can be saved. */
    private static void requireDirectory(Path path) throws IOException {
        new ZipFile(path.toFile()).close();
    }

    private static SharedStrings sharedStrings(XSSFReader reader, RosterLimits limits)
            throws IOException, OpenXML4JException, XMLStreamException {
        try (@Nullable InputStream part = reader.getSharedStringsData()) {
            return part == null ? SharedStrings.none() : SharedStrings.read(part, limits.maxCellLength());
        }
    }

    private static boolean countsFrom1904(XSSFReader reader)
            throws IOException, OpenXML4JException, XMLStreamException {
        try (InputStream part = reader.getWorkbookData()) {
            XMLStreamReader xml = SheetXml.reader(part);
            while (xml.hasNext()) {
                if (SheetXml.next(xml) == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("workbookPr")) {
                    String value = xml.getAttributeValue(null, "date1904");
                    return "1".equals(value) || "true".equals(value);
                }
            }
            return false;
        }
    }
}
