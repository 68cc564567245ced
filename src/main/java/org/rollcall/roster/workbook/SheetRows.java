package org.rollcall.roster.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.text.CellText;

/** The rows of one sheet, pulled from its XML one at a time. A cell that the sheet leaves out is empty. */
final class SheetRows {
    private static final int MOST_COLUMNS = 16_384;

    private final XMLStreamReader xml;
    private final SharedStrings strings;
    private final NumberDisplay numbers;
    private final RosterLimits limits;
    private final StringBuilder buffer = new StringBuilder();
    private int row;

    SheetRows(XMLStreamReader xml, SharedStrings strings, NumberDisplay numbers, RosterLimits limits) {
        this.xml = xml;
        this.strings = strings;
        this.numbers = numbers;
        this.limits = limits;
    }

    /** The number of the row that was read last, 0 before the first. */
    int row() {
        return row;
    }

    /** The next row that is not blank, as wide as its last cell that is not empty, or null. */
    @Nullable
    RosterLine next() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = SheetXml.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                row = attribute("r", row + 1);
                List<String> cells = cells();
                if (cells.stream().anyMatch(cell -> !CellText.isBlankCell(cell))) {
                    return new RosterLine(row, cells);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("sheetData")) {
                return null;
            }
        }
        return null;
    }

    private List<String> cells() throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        int length = 0;
        int column = -1;
        while (true) {
            int event = SheetXml.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                column = column(xml.getAttributeValue(null, "r"), column + 1);
                String text = cell();
                length += text.length();
                if (length > limits.maxRowLength()) {
                    throw new XMLStreamException("A row has more than " + limits.maxRowLength() + " characters.");
                }
                if (!text.isEmpty()) {
                    put(cells, column, text);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")) {
                return cells;
            }
        }
    }

    private static void put(List<String> cells, int column, String text) throws XMLStreamException {
        if (column < cells.size()) {
            throw new XMLStreamException("The cells of a row stand out of order.");
        }
        while (cells.size() < column) {
            cells.add("");
        }
        cells.add(text);
    }

    private String cell() throws XMLStreamException {
        String type = Objects.requireNonNullElse(xml.getAttributeValue(null, "t"), "n");
        int style = attribute("s", 0);
        String text = SheetXml.textWithin(xml, buffer, limits.maxCellLength());
        if (text.isEmpty()) {
            return text;
        }
        return switch (type) {
            case "s" -> strings.get(number(text));
            case "b" -> text.equals("1") ? "TRUE" : "FALSE";
            case "n" -> numbers.of(text, style);
            case "d" -> text.endsWith("T00:00:00") ? text.substring(0, text.indexOf('T')) : text;
            default -> SheetXml.unescaped(text);
        };
    }

    /** The column, counted from 0, of a cell such as AB12; the one after the last where the sheet does not say. */
    private static int column(@Nullable String reference, int following) throws XMLStreamException {
        if (reference == null) {
            return following;
        }
        int column = 0;
        for (int at = 0; at < reference.length() && column <= MOST_COLUMNS; at++) {
            char letter = reference.charAt(at);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = column * 26 + (letter - 'A' + 1);
        }
        if (column < 1 || column > MOST_COLUMNS) {
            throw new XMLStreamException("There is no cell " + reference + ".");
        }
        return column - 1;
    }

    private int attribute(String name, int otherwise) throws XMLStreamException {
        String value = xml.getAttributeValue(null, name);
        return value == null ? otherwise : number(value);
    }

    private static int number(String text) throws XMLStreamException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw new XMLStreamException(noNumber);
        }
    }
}
