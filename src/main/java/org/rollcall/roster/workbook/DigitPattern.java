package org.rollcall.roster.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A format that shows whole numbers by their digits and texts between them, such as {@code 00000}, {@code "S"00000} or
 * {@code 000-00-0000}. Numbers of students and phones are formatted so.
 */
final class DigitPattern {
    /** What stands for itself without a quotation mark. */
    private static final String PLAIN = " -+/():$€£¥";

    private static final char NEVER_SHOWN = 0;

    /** One for each place: a digit's placeholder, or the text that stands there. */
    private final List<String> places;

    private final int digits;

    private DigitPattern(List<String> places) {
        this.places = places;
        this.digits = (int) places.stream().filter(DigitPattern::isDigit).count();
    }

    /** Understands a format; null where it is more than digits and texts. */
    static @Nullable DigitPattern of(String code) {
        List<String> places = new ArrayList<>();
        for (int at = 0; at < code.length(); at++) {
            char character = code.charAt(at);
            if (character == '"') {
                int end = code.indexOf('"', at + 1);
                if (end < 0) {
                    return null;
                }
                places.add("\"" + code.substring(at + 1, end));
                at = end;
            } else if (character == '\\' && at + 1 < code.length()) {
                places.add("\"" + code.charAt(++at));
            } else if (character == '0' || character == '#' || character == '?') {
                places.add(String.valueOf(character));
            } else if (PLAIN.indexOf(character) >= 0) {
                places.add("\"" + character);
            } else {
                return null;
            }
        }
        boolean fraction = code.indexOf('/') >= 0 && code.indexOf('?') >= 0;
        return fraction || places.stream().noneMatch(DigitPattern::isDigit) ? null : new DigitPattern(places);
    }

    /** Shows a number of fewer than 16 digits before the point. */
    String show(double value) {
        String whole = BigDecimal.valueOf(Math.abs(value))
                .setScale(0, RoundingMode.HALF_UP)
                .toPlainString();
        String shown = filled(whole.equals("0") ? "" : whole);
        return value < 0 && !whole.equals("0") ? "-" + shown : shown;
    }

    /** Shows a whole number by its digits, which are none for 0. */
    private String filled(String number) {
        StringBuilder shown = new StringBuilder();
        int next = number.length() - digits;
        boolean first = true;
        for (String place : places) {
            if (!isDigit(place)) {
                shown.append(place, 1, place.length());
                continue;
            }
            if (first && next > 0) {
                shown.append(number, 0, next);
            }
            first = false;
            char digit = next < 0 ? empty(place.charAt(0)) : number.charAt(next);
            if (digit != NEVER_SHOWN) {
                shown.append(digit);
            }
            next++;
        }
        return shown.toString();
    }

    private static char empty(char placeholder) {
        return switch (placeholder) {
            case '0' -> '0';
            case '?' -> ' ';
            default -> NEVER_SHOWN;
        };
    }

    private static boolean isDigit(String place) {
        return place.charAt(0) != '"';
    }
}
