package org.rollcall.progress.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.text.FormulaGuard;

/** A row of a sheet that is filled cell by cell. */
final class SheetRow {

    private static final int LONGEST_TEXT = 32_767;

    private final Row row;
    private final Styles styles;
    private int column;

    SheetRow(Row row, Styles styles) {
        this.row = row;
        this.styles = styles;
    }

    /**
     * How cells look.
     *
     * @param literal for a text that a spreadsheet might run once somebody goes into its cell
     */
    record Styles(CellStyle header, CellStyle time, CellStyle literal) {

        static Styles of(Workbook workbook) {
            CellStyle header = workbook.createCellStyle();
            var bold = workbook.createFont();
            bold.setBold(true);
            header.setFont(bold);
            header.setWrapText(true);
            CellStyle time = workbook.createCellStyle();
            time.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
            CellStyle literal = workbook.createCellStyle();
            literal.setQuotePrefixed(true);
            return new Styles(header, time, literal);
        }
    }

    SheetRow header(String text) {
        Cell cell = next();
        cell.setCellValue(text);
        cell.setCellStyle(styles.header());
        return this;
    }

    SheetRow text(String text) {
        Cell cell = next();
        if (!text.isEmpty()) {
            cell.setCellValue(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
            if (!FormulaGuard.defuse(text).equals(text)) {
                cell.setCellStyle(styles.literal());
            }
        }
        return this;
    }

    SheetRow number(@Nullable Number number) {
        Cell cell = next();
        if (number != null) {
            cell.setCellValue(number.doubleValue());
        }
        return this;
    }

    /** A time, or a text where there is none. */
    SheetRow time(@Nullable Instant at, ZoneId zone, String otherwise) {
        if (at == null) {
            return text(otherwise);
        }
        Cell cell = next();
        cell.setCellValue(LocalDateTime.ofInstant(at, zone));
        cell.setCellStyle(styles.time());
        return this;
    }

    private Cell next() {
        return row.createCell(column++);
    }
}
