package org.rollcall.report;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of the reject workbook look. All of them are text, so that what is typed into them stays as it is typed. */
final class RejectStyles {

    private static final String TEXT = "@";
    private static final XSSFColor FAULT = colour(0xFF, 0xC7, 0xCE);
    private static final XSSFColor HEADING = colour(0xD9, 0xE1, 0xF2);
    private static final XSSFColor ADDED_HEADING = colour(0xE7, 0xE6, 0xE6);
    private static final XSSFColor GREY = colour(0x59, 0x59, 0x59);

    private final XSSFWorkbook book;
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();

    RejectStyles(XSSFWorkbook book) {
        this.book = book;
    }

    /**
     * What a cell is.
     *
     * @param added whether its column is one that the report adds
     * @param faulty whether something is wrong with it
     * @param runs whether a spreadsheet would run its text as a formula, were it typed anew
     */
    XSSFCellStyle cell(boolean added, boolean faulty, boolean runs) {
        return styles.computeIfAbsent(new Look(added, faulty, runs, false), this::made);
    }

    XSSFCellStyle heading(boolean added) {
        return styles.computeIfAbsent(new Look(added, false, false, true), this::made);
    }

    private XSSFCellStyle made(Look look) {
        XSSFCellStyle style = book.createCellStyle();
        style.setDataFormat((short) BuiltinFormats.getBuiltinFormat(TEXT));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setQuotePrefixed(look.runs());
        if (look.heading()) {
            fill(style, look.added() ? ADDED_HEADING : HEADING);
        } else if (look.faulty()) {
            fill(style, FAULT);
        }
        if (look.heading() || look.added()) {
            XSSFFont font = book.createFont();
            font.setFontName(book.getFontAt(0).getFontName());
            font.setFontHeight(book.getFontAt(0).getFontHeight());
            font.setBold(look.heading());
            if (look.added() && !look.faulty()) {
                font.setColor(GREY);
            }
            style.setFont(font);
        }
        return style;
    }

    private static void fill(XSSFCellStyle style, XSSFColor colour) {
        style.setFillForegroundColor(colour);
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private static XSSFColor colour(int red, int green, int blue) {
        return new XSSFColor(new byte[] {(byte) red, (byte) green, (byte) blue}, new DefaultIndexedColorMap());
    }

    private record Look(boolean added, boolean faulty, boolean runs, boolean heading) {}
}
