package org.rollcall.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.streaming.SheetDataWriter;
import org.rollcall.operation.Home;
import org.springframework.util.FileSystemUtils;

/**
 * An Excel workbook whose rows are written to the disk as they come, so that nothing of it lies in memory but its comments.
 * What Excel cannot hold as it is, it has in Excel's own way of writing it, so that each cell is read back to the letter.
 */
final class TextWorkbook extends SXSSFWorkbook {

    private static final int ROWS_IN_MEMORY = 20;

    /** What XML cannot hold, and an underscore that would make such an escape of the text behind it. */
    private static final Pattern TO_BE_ESCAPED =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF\\p{Cs}]|_(?=x[0-9A-Fa-f]{4}_)");

    private TextWorkbook() {
        super(ROWS_IN_MEMORY);
        // Not every program reads the form that POI has ready for workbooks of more than 4 GB.
        setZip64Mode(Zip64Mode.AsNeeded);
        CoreProperties properties = getXSSFWorkbook().getProperties().getCoreProperties();
        properties.setCreator("Rollcall");
    }

    /**
     * Writes a workbook.
     *
     * @param aside a folder for as long as that takes, which nobody else may look into; what is left there of an earlier
     *     attempt is deleted
     */
    static void write(OutputStream bytes, Path aside, Content content) throws IOException {
        FileSystemUtils.deleteRecursively(aside);
        Home.ownerOnly(aside);
        // Without this the cells lie in a folder of POI's own below /tmp, which belongs to whoever came first.
        TempFile.setThreadLocalTempFileCreationStrategy(new DefaultTempFileCreationStrategy(aside.toFile()));
        try (TextWorkbook book = new TextWorkbook()) {
            content.addTo(book);
            book.write(bytes);
        } finally {
            TempFile.setThreadLocalTempFileCreationStrategy(null);
            FileSystemUtils.deleteRecursively(aside);
        }
    }

    @Override
    protected SheetDataWriter createSheetDataWriter() throws IOException {
        return new EscapingWriter();
    }

    /** A text as Excel writes it. */
    static String escaped(String text) {
        return TO_BE_ESCAPED
                .matcher(text)
                .replaceAll(found -> "_x%04X_".formatted((int) found.group().charAt(0)));
    }

    /** Adds sheets to a workbook. */
    interface Content {
        void addTo(TextWorkbook book) throws IOException;
    }

    private static final class EscapingWriter extends SheetDataWriter {

        EscapingWriter() throws IOException {}

        @Override
        protected void outputEscapedString(String text) throws IOException {
            super.outputEscapedString(escaped(text));
        }
    }
}
