package org.rollcall.roster.workbook;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.RosterLimits;

/**
 * Reads cells of an OpenDocument spreadsheet as the sheet displays them, which stands in the file beside the value. As in
 * other workbooks dates and times are written as ISO 8601 has them, truth is {@code TRUE} or {@code FALSE}, a whole
 * number that is shown with an exponent is written in full, and one of more than 15 digits is not.
 */
final class OdsCell {
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final Pattern TIME = Pattern.compile("PT([01]\\d|2[0-3])H([0-5]\\d)M([0-5]\\d)([.,]\\d+)?S");
    private static final Pattern NOT_IN_FULL = Pattern.compile(".*\\d[eE][+-]?\\d.*|#+");
    private static final double EXACT = 1e15;

    private final NumberDisplay numbers = new NumberDisplay(List.of(), false);
    private final OdsText texts;

    OdsCell(RosterLimits limits) {
        this.texts = new OdsText(limits.maxCellLength());
    }

    /** Reads the cell that begins here, and goes on to where it ends; empty where it has nothing but a format. */
    String text(SheetXml xml) throws XMLStreamException {
        String type = Objects.requireNonNullElse(xml.attribute(OFFICE, "value-type"), "");
        String value = value(xml, type);
        boolean formula = xml.attribute("formula") != null;
        String shown = texts.read(xml);
        if (formula && type.isEmpty() && shown.isEmpty()) {
            return SheetCells.NOT_CALCULATED;
        }
        if (value == null) {
            return shown;
        }
        return switch (type) {
            case "float", "currency", "percentage" -> number(value, shown);
            case "date" -> CellDates.of(value);
            case "time" -> time(value, shown);
            case "boolean" -> value.equals("true") ? "TRUE" : "FALSE";
            default -> shown.isEmpty() ? value : shown;
        };
    }

    private static @Nullable String value(SheetXml xml, String type) {
        return switch (type) {
            case "float", "currency", "percentage" -> xml.attribute(OFFICE, "value");
            case "" -> null;
            default -> xml.attribute(OFFICE, type + "-value");
        };
    }

    private String number(String value, String shown) {
        String full = numbers.of(value, 0);
        return shown.isEmpty() || isInexact(value) || NOT_IN_FULL.matcher(shown).matches() ? full : shown;
    }

    private static boolean isInexact(String value) {
        try {
            return Math.abs(Double.parseDouble(value)) >= EXACT;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private static String time(String value, String shown) {
        Matcher time = TIME.matcher(value);
        if (!time.matches()) {
            return shown.isEmpty() ? value : shown;
        }
        String minutes = time.group(1) + ":" + time.group(2);
        return time.group(3).equals("00") ? minutes : minutes + ":" + time.group(3);
    }
}
