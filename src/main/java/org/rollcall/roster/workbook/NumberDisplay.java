package org.rollcall.roster.workbook;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows a workbook's numbers as its sheet does: with the leading zeros of their format, whole numbers without fraction
 * or exponent. Two things differ. Dates are written as ISO 8601 has them, since their display depends on the country.
 * And a whole number of more than 15 digits is shown with an exponent whatever its format, because Excel has replaced
 * the digits after the fifteenth by zeros; a damaged cell is known by that.
 */
final class NumberDisplay {
    private static final int EXACT_DIGITS = 15;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);
    private final List<Style> styles;
    private final boolean from1904;

    /**
     * Takes in the formats of a workbook.
     *
     * @param styles the format of each cell style, in the order of their numbers
     * @param from1904 whether the workbook counts its days from 1904 instead of 1900
     */
    NumberDisplay(List<Style> styles, boolean from1904) {
        this.styles = List.copyOf(styles);
        this.from1904 = from1904;
    }

    NumberDisplay(StylesTable table, boolean from1904) {
        this(stylesOf(table), from1904);
    }

    /**
     * Shows one number.
     *
     * @param number as the sheet's XML has it
     * @param style the number of the cell's style
     */
    String of(String number, int style) {
        Style format = style < styles.size() ? styles.get(style) : Style.GENERAL;
        if (format.general() && isShortAndWhole(number)) {
            return number;
        }
        try {
            return shown(new BigDecimal(number), format);
        } catch (ArithmeticException | NumberFormatException noNumber) {
            return number;
        }
    }

    private static List<Style> stylesOf(StylesTable table) {
        List<Style> styles = new ArrayList<>();
        for (int index = 0; index < table.getNumCellStyles(); index++) {
            styles.add(Style.of(table.getStyleAt(index)));
        }
        return styles;
    }

    private String shown(BigDecimal number, Style format) {
        double value = number.doubleValue();
        LocalDateTime moment = format.date() && value >= 1 ? DateUtil.getLocalDateTime(value, from1904, true) : null;
        if (moment != null) {
            return iso(moment);
        }
        BigInteger whole = number.toBigInteger();
        if (whole.abs().toString().length() > EXACT_DIGITS) {
            return String.format(Locale.ROOT, "%.5E", value);
        }
        boolean hasFraction = number.stripTrailingZeros().scale() > 0;
        return format.general() && !hasFraction
                ? whole.toString()
                : formatter.formatRawCellContents(value, format.index(), format.pattern(), from1904);
    }

    private static String iso(LocalDateTime moment) {
        if (moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return moment.toLocalDate().toString();
        }
        return moment.format(moment.getSecond() == 0 ? MINUTES : SECONDS);
    }

    private static boolean isShortAndWhole(String number) {
        int length = number.length();
        if (length == 0 || length > EXACT_DIGITS) {
            return false;
        }
        for (int at = 0; at < length; at++) {
            if (number.charAt(at) < '0' || number.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    /** How a cell style shows numbers. */
    record Style(int index, String pattern, boolean general, boolean date) {
        static final Style GENERAL = of(0, "General");

        /**
         * Understands a format.
         *
         * @param index the format's number, which tells dates apart whose pattern depends on the country
         * @param pattern its pattern, such as {@code 00000}
         */
        static Style of(int index, String pattern) {
            boolean general = pattern.equalsIgnoreCase("General") || pattern.equals("@");
            return new Style(index, pattern, general, DateUtil.isADateFormat(index, pattern));
        }

        private static Style of(@Nullable XSSFCellStyle style) {
            String pattern = style == null ? null : style.getDataFormatString();
            return style == null || pattern == null ? GENERAL : of(style.getDataFormat(), pattern);
        }
    }
}
