package org.rollcall.roster.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.rollcall.roster.workbook.NumberDisplay.Style;

/** Reads from the styles of a workbook how each of them shows numbers; fonts and colours are passed over. */
final class WorkbookStyles {
    private WorkbookStyles() {}

    static List<Style> read(SheetXml xml) throws XMLStreamException {
        Map<Integer, String> codes = new HashMap<>();
        List<Style> styles = new ArrayList<>();
        boolean inFormats = false;
        boolean inCellStyles = false;
        while (xml.advance()) {
            if (xml.begins("numFmts") || xml.ends("numFmts")) {
                inFormats = xml.begins("numFmts");
            } else if (xml.begins("cellXfs") || xml.ends("cellXfs")) {
                inCellStyles = xml.begins("cellXfs");
            } else if (inFormats && xml.begins("numFmt")) {
                codes.put(xml.attribute("numFmtId", 0), Objects.requireNonNullElse(xml.attribute("formatCode"), ""));
            } else if (inCellStyles && xml.begins("xf")) {
                int format = xml.attribute("numFmtId", 0);
                styles.add(Style.of(format, code(format, codes)));
            }
        }
        return styles;
    }

    /** The code of a format: the workbook's own, or the one that Excel has under this number; empty for none. */
    static String code(int format, Map<Integer, String> codes) {
        String own = codes.get(format);
        String builtIn = own == null ? BuiltinFormats.getBuiltinFormat(format) : own;
        return Objects.requireNonNullElse(builtIn, "");
    }
}
