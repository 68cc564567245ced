package org.rollcall.operation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a whole in hundredths, written as {@code 10%}. */
public record Share(double percent) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?)\\s*%");

    public Share {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("A share lies between 0% and 100%.");
        }
    }

    /** Reads a share as it is written. */
    public static Share of(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A share is written as 10%.");
        }
        return new Share(Double.parseDouble(matcher.group(1)));
    }

    /** Whether a part is more of the whole than this. */
    public boolean isPassedBy(long part, long whole) {
        return part * 100.0 > percent * whole;
    }

    /** Whether a part is less of the whole than this. */
    public boolean isMissedBy(long part, long whole) {
        return part * 100.0 < percent * whole;
    }

    @Override
    public String toString() {
        return (percent == Math.rint(percent) ? Long.toString(Math.round(percent)) : Double.toString(percent)) + "%";
    }
}
