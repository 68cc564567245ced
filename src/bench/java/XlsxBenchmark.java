import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.rollcall.roster.RosterFile;
import org.rollcall.roster.RosterReader;
import org.rollcall.roster.RosterRules;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/**
 * How fast Excel workbooks of 12 columns with shared texts are read, beside POI's own handler of sheets on the same file,
 * whether the time grows with the rows alone, and what memory it takes.
 */
public final class XlsxBenchmark {
    private static final String[] HEADER = {
        "username", "firstname", "lastname", "email", "idnumber", "city", "country", "department", "cohort1", "course1",
        "role1", "enroltimestart1"
    };
    private static final int FIRST_DAY = 46_266;
    private static final double MEBIBYTE = 1 << 20;

    private XlsxBenchmark() {}

    /** The number of rows may be given (1,000,000), and "ours" behind it to leave POI's handler out. */
    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        boolean alone = arguments.length > 1;
        Path folder = Files.createTempDirectory("xlsx-benchmark");
        try {
            Path small = write(folder.resolve("small.xlsx"), rows / 10);
            Path large = write(folder.resolve("large.xlsx"), rows);
            System.out.printf("%,d rows of %d columns, %.0f MB; heap of at most %.0f MB%n", rows, HEADER.length,
                    Files.size(large) / MEBIBYTE, Runtime.getRuntime().maxMemory() / MEBIBYTE);
            measure("header alone", large, 0, XlsxBenchmark::header);
            double cold = measure("Rollcall, the first time", small, rows / 10, XlsxBenchmark::ours);
            double tenth = measure("Rollcall, a tenth of them", small, rows / 10, XlsxBenchmark::ours);
            double ours = measure("Rollcall", large, rows, XlsxBenchmark::ours);
            System.out.printf("a row of all takes %.2f times as long as a row of a tenth (%.2f of the first time)%n",
                    tenth / ours, cold / ours);
            if (!alone) {
                measure("POI's handler, a tenth of them", small, rows / 10, XlsxBenchmark::poi);
                double poi = measure("POI's handler", large, rows, XlsxBenchmark::poi);
                System.out.printf("Rollcall is %.1f times as fast as POI's handler%n", ours / poi);
            }
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private interface Reading {
        int rows(Path file) throws Exception;
    }

    /** Rows in a second of CPU, which other programs on the machine change least. */
    private static double measure(String name, Path file, int expected, Reading reading) throws Exception {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        long busy = cpu();
        int rows = reading.rows(file);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (cpu() - busy) / 1e9;
        double peak = heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MEBIBYTE;
        if (rows != expected) {
            throw new IllegalStateException(name + " read " + rows + " rows instead of " + expected);
        }
        System.out.printf(Locale.ROOT, "%-30s %7.2f s, %7.2f s of CPU, %,9.0f rows/s, peak of the heap %4.0f MB%n", name,
                seconds, cpuSeconds, rows / seconds, peak);
        return rows / cpuSeconds;
    }

    /** What all threads of this program have used, those that compile it and collect its garbage among them. */
    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static int header(Path file) {
        try (RosterReader reader = RosterFile.open(file, RosterRules.defaults())) {
            return reader.header().size() - HEADER.length;
        }
    }

    private static int ours(Path file) {
        try (RosterReader reader = RosterFile.open(file, RosterRules.defaults())) {
            int rows = 0;
            for (var line = reader.next(); line != null; line = reader.next()) {
                rows++;
            }
            return rows;
        }
    }

    private static int poi(Path file) throws Exception {
        try (OPCPackage archive = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(archive);
            Counter counter = new Counter();
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(), new ReadOnlySharedStringsTable(archive, false), counter, false));
            try (InputStream sheet = reader.getSheetsData().next()) {
                xml.parse(new InputSource(sheet));
            }
            archive.revert();
            return counter.rows - 1;
        }
    }

    private static final class Counter implements XSSFSheetXMLHandler.SheetContentsHandler {
        private int rows;

        @Override
        public void startRow(int row) {}

        @Override
        public void endRow(int row) {
            rows++;
        }

        @Override
        public void cell(String reference, String value, XSSFComment comment) {}
    }

    /** Writes a workbook as Excel does: texts shared, a number, a date. */
    private static Path write(Path file, int rows) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            part(zip, "[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                    + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                    + type("workbook", "sheet.main") + type("worksheets/sheet1", "worksheet") + type("styles", "styles")
                    + type("sharedStrings", "sharedStrings") + "</Types>");
            part(zip, "_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
            part(zip, "xl/_rels/workbook.xml.rels", relations(relation(1, "worksheet", "worksheets/sheet1.xml")
                    + relation(2, "styles", "styles.xml") + relation(3, "sharedStrings", "sharedStrings.xml")));
            part(zip, "xl/workbook.xml", "<workbook xmlns='" + MAIN + "' xmlns:r='" + RELATIONS + "'><sheets>"
                    + "<sheet name='Students' sheetId='1' r:id='rId1'/></sheets></workbook>");
            part(zip, "xl/styles.xml", "<styleSheet xmlns='" + MAIN + "'><fonts count='1'><font/></fonts><fills count='1'>"
                    + "<fill/></fills><borders count='1'><border/></borders><cellStyleXfs count='1'><xf/></cellStyleXfs>"
                    + "<cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            text(zip, "<worksheet xmlns='" + MAIN + "'><sheetData>");
            for (int row = 0; row <= rows; row++) {
                text(zip, row(row));
            }
            text(zip, "</sheetData></worksheet>");
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            text(zip, "<sst xmlns='" + MAIN + "'>");
            for (String name : HEADER) {
                text(zip, "<si><t>" + name + "</t></si>");
            }
            for (int common = 0; common < COMMON; common++) {
                text(zip, "<si><t>Common text " + common + "</t></si>");
            }
            for (int row = 1; row <= rows; row++) {
                text(zip, "<si><t>user" + row + "</t></si><si><t>Zoë" + row % 977 + "</t></si><si><t>O'Brien" + row
                        + "</t></si><si><t>user" + row + "@example.edu</t></si>");
            }
            text(zip, "</sst>");
        }
        return file;
    }

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final int COMMON = 500;

    private static String row(int row) {
        StringBuilder xml = new StringBuilder(700).append("<row r=\"").append(row + 1).append("\" spans=\"1:12\">");
        for (int column = 0; column < HEADER.length; column++) {
            xml.append("<c r=\"").append((char) ('A' + column)).append(row + 1);
            if (row > 0 && column == 4) {
                xml.append("\"><v>").append(1_000_000 + row);
            } else if (row > 0 && column == 11) {
                xml.append("\" s=\"1\"><v>").append(FIRST_DAY + row % 365);
            } else if (row == 0) {
                xml.append("\" t=\"s\"><v>").append(column);
            } else if (column < 4) {
                xml.append("\" t=\"s\"><v>").append(HEADER.length + COMMON + (row - 1) * 4 + column);
            } else {
                xml.append("\" t=\"s\"><v>").append(HEADER.length + (row * 7 + column * 31) % COMMON);
            }
            xml.append("</v></c>");
        }
        return xml.append("</row>").toString();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        text(zip, xml);
    }

    private static void text(ZipOutputStream zip, String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String type(String part, String type) {
        return "<Override PartName='/xl/" + part + ".xml' ContentType='application/vnd.openxmlformats-officedocument."
                + "spreadsheetml." + type + "+xml'/>";
    }

    private static String relations(String relations) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + relations
                + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id='rId" + id + "' Type='" + RELATIONS + "/" + type + "' Target='" + target + "'/>";
    }
}
