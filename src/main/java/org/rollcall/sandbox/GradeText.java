package org.rollcall.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Grades as Moodle's reports write them: numbers with two decimals. */
final class GradeText {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private GradeText() {}

    static String real(BigDecimal grade) {
        return grade.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }

    /** Of a hundred, within them; empty where there is nothing to get. */
    static String percentage(BigDecimal grade, BigDecimal grademax) {
        if (grademax.signum() == 0) {
            return "";
        }
        BigDecimal bounded = grade.max(BigDecimal.ZERO).min(grademax);
        return percent(bounded.multiply(HUNDRED).divide(grademax, 10, RoundingMode.HALF_UP));
    }

    static String percent(BigDecimal percentage) {
        return real(percentage) + " %";
    }

    /** From nothing to the best grade, without decimals. */
    static String range(BigDecimal grademax) {
        return "0&ndash;" + grademax.setScale(0, RoundingMode.HALF_UP).toPlainString();
    }

    static String weight(BigDecimal weight) {
        return percent(weight.multiply(HUNDRED));
    }
}
