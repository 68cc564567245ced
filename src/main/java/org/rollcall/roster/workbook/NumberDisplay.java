package org.rollcall.roster.workbook;

import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.workbook.FormatCode.Kind;

/**
 * Shows a workbook's numbers as its sheet does: with the leading zeros of their format, as amounts, as percentages. Three
 * things differ. Dates are written as ISO 8601 has them, since their display depends on the country. A whole number
 * without a format is written in full, even where a narrow column makes the sheet show 1.23E+11: the file has all of its
 * digits. And a whole number of more than 15 digits is shown with an exponent whatever its format, because Excel has
 * replaced the digits after the fifteenth by zeros; a damaged cell is known by that.
 */
final class NumberDisplay {
    private static final int EXACT_DIGITS = 15;
    private static final double EXACT = 1e15;
    private static final int DIGITS_SHOWN = 10;
    private static final String TOO_LARGE = "#NUM!";

    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);
    private final List<Style> styles;
    private final boolean from1904;
    private final CellDates dates;

    /**
     * Takes in the formats of a workbook.
     *
     * @param styles the format of each cell style, in the order of their numbers
     * @param from1904 whether the workbook counts its days from 1904 instead of 1900
     */
    NumberDisplay(List<Style> styles, boolean from1904) {
        this.styles = List.copyOf(styles);
        this.from1904 = from1904;
        this.dates = new CellDates(from1904);
    }

    /**
     * Shows one number.
     *
     * @param number as the sheet's XML has it; anything that is no number is shown as it is
     * @param style the number of the cell's style
     */
    String of(String number, int style) {
        Style format = style >= 0 && style < styles.size() ? styles.get(style) : Style.GENERAL;
        boolean asWritten = format.kind() == Kind.GENERAL && (isShortAndWhole(number) || isShortFraction(number));
        return asWritten ? number : parsed(number, format);
    }

    private String parsed(String number, Style format) {
        String digits = number.strip();
        char last = digits.isEmpty() ? ' ' : digits.charAt(digits.length() - 1);
        if (last < '0' || last > '9' || digits.indexOf('x') >= 0 || digits.indexOf('X') >= 0) {
            return number;
        }
        try {
            return shown(Double.parseDouble(digits), format);
        } catch (NumberFormatException noNumber) {
            return number;
        }
    }

    private String shown(double value, Style format) {
        if (format.kind() == Kind.DATE || format.kind() == Kind.MOMENT || format.kind() == Kind.TIME) {
            return dates.of(value, format.kind());
        }
        if (Double.isInfinite(value)) {
            return TOO_LARGE;
        }
        if (Math.abs(value) >= EXACT) {
            return String.format(Locale.ROOT, "%.5E", value);
        }
        String general = value == Math.rint(value) ? Long.toString((long) value) : formatted(value, Style.GENERAL);
        if (format.kind() == Kind.GENERAL) {
            return general;
        }
        DigitPattern digits = format.digits();
        String shown = digits == null ? formatted(value, format) : digits.show(value);
        return shown.isBlank() ? general : shown;
    }

    private String formatted(double value, Style format) {
        return formatter.formatRawCellContents(value, format.index(), format.pattern(), from1904);
    }

    private static boolean isShortAndWhole(String number) {
        int length = number.length();
        return length > 0
                && length <= EXACT_DIGITS
                && digitsFrom(number, 0) == length
                && (number.charAt(0) != '0' || length == 1);
    }

    /** A fraction that a sheet shows without rounding it, written as the sheet writes it. */
    private static boolean isShortFraction(String number) {
        int length = number.length();
        int point = digitsFrom(number, 0);
        return length <= DIGITS_SHOWN
                && point > 0
                && (number.charAt(0) != '0' || point == 1)
                && point < length - 1
                && number.charAt(point) == '.'
                && digitsFrom(number, point + 1) == length
                && number.charAt(length - 1) != '0';
    }

    private static int digitsFrom(String number, int start) {
        int at = start;
        while (at < number.length() && number.charAt(at) >= '0' && number.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /**
     * How a cell style shows numbers.
     *
     * @param index the format's number
     * @param pattern its code, such as {@code 00000}
     * @param kind what it shows
     * @param digits how it shows the digits of whole numbers, where it does no more than that
     */
    record Style(
            int index, String pattern, Kind kind, @Nullable DigitPattern digits) {
        static final Style GENERAL = of(0, "General");

        /**
         * Understands a format.
         *
         * @param index the format's number, which tells dates apart whose pattern depends on the country
         * @param pattern its code; empty where the file has none
         */
        static Style of(int index, String pattern) {
            return new Style(index, pattern, FormatCode.kind(index, pattern), DigitPattern.of(pattern));
        }
    }
}
