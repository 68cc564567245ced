package org.rollcall.sandbox;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in texts, as PHP and MariaDB read them: what follows the number does not count. */
final class PhpNumber {
    private static final String SPACE = "[ \\t\\n\\r\\x0B\\f]*";
    private static final Pattern LEADING =
            Pattern.compile(SPACE + "([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,6})?)");
    private static final Pattern WHOLE = Pattern.compile(LEADING + SPACE);
    private static final BigDecimal LOWEST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private PhpNumber() {}

    /** The number that a text begins with, 0 where it begins with none. */
    static BigDecimal leading(String text) {
        Matcher number = LEADING.matcher(text);
        return number.lookingAt() ? new BigDecimal(number.group(1)) : BigDecimal.ZERO;
    }

    /** PHP's {@code (int)} of a text: without the fraction, and no larger than an integer can be. */
    static long integer(String text) {
        return leading(text).max(LOWEST).min(HIGHEST).longValue();
    }

    /** The id that MariaDB compares with a text; 0, which is no id, where that is no whole number. */
    static long id(String text) {
        BigDecimal number = leading(text);
        long id = integer(text);
        return number.compareTo(BigDecimal.valueOf(id)) == 0 ? id : 0;
    }

    /** PHP's {@code ==} of two texts: two numbers are compared by their values. */
    static boolean looselyEqual(String one, String other) {
        boolean numbers = WHOLE.matcher(one).matches() && WHOLE.matcher(other).matches();
        return numbers ? leading(one).compareTo(leading(other)) == 0 : one.equals(other);
    }
}
