package org.rollcall.provision;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as a spreadsheet's user handles it: opened, changed cell by cell, and saved. */
final class XlsxFile implements AutoCloseable {

    private final XSSFWorkbook book;
    private final XSSFSheet sheet;

    private XlsxFile(XSSFWorkbook book) {
        this.book = book;
        this.sheet = book.getSheetAt(0);
    }

    static XlsxFile open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XlsxFile(new XSSFWorkbook(in));
        }
    }

    /** Makes a workbook of texts. */
    static Path write(Path file, String sheetName, List<List<String>> lines) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = book.createSheet(sheetName);
            for (int row = 0; row < lines.size(); row++) {
                XSSFRow line = sheet.createRow(row);
                for (int column = 0; column < lines.get(row).size(); column++) {
                    line.createCell(column).setCellValue(lines.get(row).get(column));
                }
            }
            book.write(out);
        }
        return file;
    }

    XSSFSheet sheet() {
        return sheet;
    }

    XSSFSheet legend() {
        return book.getSheetAt(1);
    }

    List<String> header() {
        return texts(sheet.getRow(0));
    }

    /** The texts of a sheet's row, from the first cell to the last. */
    static List<String> texts(XSSFRow row) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < row.getLastCellNum(); column++) {
            XSSFCell cell = row.getCell(column);
            texts.add(cell == null ? "" : cell.getStringCellValue());
        }
        return texts;
    }

    /** A cell of a row below the header, the first of which is 0. */
    XSSFCell cell(int row, String column) {
        int index = header().indexOf(column);
        if (index < 0) {
            throw new AssertionError("There is no column " + column + " in " + header());
        }
        return sheet.getRow(row + 1).getCell(index, XSSFRow.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    String text(int row, String column) {
        return cell(row, column).getStringCellValue();
    }

    XlsxFile put(int row, String column, String value) {
        XSSFCell cell = cell(row, column);
        // Else POI leaves the old text beside the new one.
        cell.setBlank();
        cell.setCellValue(value);
        return this;
    }

    /** Whether every cell that holds something is a text, and is formatted as one. */
    boolean isAllText() {
        for (var row : sheet) {
            for (Cell cell : row) {
                boolean text = cell.getCellType() == CellType.STRING || cell.getCellType() == CellType.BLANK;
                if (!text || !cell.getCellStyle().getDataFormatString().equals("@")) {
                    return false;
                }
            }
        }
        return true;
    }

    Path saveAs(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            book.write(out);
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
