package org.rollcall.roster.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.RecordInputStream;
import org.rollcall.roster.file.FileFormat;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.workbook.NumberDisplay.Style;

/** An open workbook of Excel 97 to 2003: what stands above its sheets is held, they themselves are not. */
final class XlsWorkbook implements Workbook {
    private static final int FROM_1904 = 0x22;
    private static final int SHEET = 0x85;
    private static final int CELL_STYLE = 0xE0;
    private static final int SHARED_TEXTS = 0xFC;
    private static final int FORMAT = 0x41E;
    private static final int MOST_SHEETS = 255;
    private static final int WITH_CELLS = 0;
    private static final int WITH_MACROS = 1;
    private static final int MOST_STYLES = 65_536;

    private final XlsStream stream;
    private final RosterLimits limits;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> formats = new ArrayList<>();
    private List<String> texts = List.of();
    private boolean from1904;

    private XlsWorkbook(XlsStream stream, RosterLimits limits) {
        this.stream = stream;
        this.limits = limits;
    }

    static XlsWorkbook open(Path path, RosterLimits limits) {
        XlsStream stream = null;
        try {
            stream = XlsStream.open(path);
            XlsWorkbook workbook = new XlsWorkbook(stream, limits);
            workbook.read(stream.from(0));
            return workbook;
        } catch (IOException | RuntimeException failure) {
            if (stream != null) {
                stream.close();
            }
            throw WorkbookLines.damaged(FileFormat.XLS, String.valueOf(path.getFileName()), null, failure);
        }
    }

    @Override
    public String file() {
        return stream.file();
    }

    @Override
    public List<SheetChoice.Sheet> list() {
        return sheets.stream()
                .map(sheet -> new SheetChoice.Sheet(sheet.name(), sheet.hidden()))
                .toList();
    }

    @Override
    public Rows rows(int place) {
        Sheet sheet = sheets.get(place);
        try {
            return new XlsRows(cells(sheet), new RowCells(file(), sheet.name(), limits));
        } catch (IOException | RuntimeException failure) {
            throw WorkbookLines.damaged(FileFormat.XLS, file(), null, failure);
        }
    }

    @Override
    public MergedCells merged(int place, SheetLayout layout) {
        try {
            XlsCells cells = cells(sheets.get(place));
            boolean more = true;
            while (more) {
                more = cells.next();
            }
            return cells.layout().merged();
        } catch (IOException | RuntimeException toldWithTheRows) {
            return new MergedCells();
        }
    }

    @Override
    public void close() {
        stream.close();
    }

    private XlsCells cells(Sheet sheet) throws IOException {
        return new XlsCells(stream.from(sheet.position()), texts, new NumberDisplay(styles(), from1904));
    }

    private void read(XlsRecords records) {
        while (records.next() && records.id() != XlsRecords.END) {
            RecordInputStream in = records.in();
            switch (records.id()) {
                case FROM_1904 -> from1904 = in.readUShort() == 1;
                case FORMAT -> codes.put(in.readUShort(), in.readString());
                case CELL_STYLE -> addStyle(in);
                case SHEET -> addSheet(in);
                case SHARED_TEXTS ->
                    texts = XlsTexts.read(file(), records, Runtime.getRuntime().maxMemory() / 2);
                default -> {}
            }
        }
    }

    /** The number of its font comes before that of its format. */
    private void addStyle(RecordInputStream in) {
        in.readUShort();
        formats.add(in.readUShort());
        if (formats.size() > MOST_STYLES) {
            throw new IllegalArgumentException("The workbook has more styles than a cell can name.");
        }
    }

    /** Where it begins is never encrypted, all else may be. */
    private void addSheet(RecordInputStream in) {
        byte[] start = new byte[Integer.BYTES];
        in.readPlain(start, 0, start.length);
        int position = (start[0] & 0xFF) | (start[1] & 0xFF) << 8 | (start[2] & 0xFF) << 16 | (start[3] & 0xFF) << 24;
        boolean hidden = (in.readUByte() & 3) != 0;
        int kind = in.readUByte();
        int length = in.readUByte();
        boolean wide = (in.readUByte() & 1) != 0;
        String name = wide ? in.readUnicodeLEString(length) : in.readCompressedUnicode(length);
        if (kind == WITH_MACROS) {
            throw new RosterException("%s holds macros: save it as .xlsx.".formatted(file()));
        }
        if (sheets.size() == MOST_SHEETS) {
            throw new RosterException("%s has more than %d sheets: put the roster into a workbook of its own."
                    .formatted(file(), MOST_SHEETS));
        }
        if (kind == WITH_CELLS) {
            sheets.add(new Sheet(name, hidden, position));
        }
    }

    private List<Style> styles() {
        return formats.stream()
                .map(format -> Style.of(format, WorkbookStyles.code(format, codes)))
                .toList();
    }

    private record Sheet(String name, boolean hidden, int position) {}
}
