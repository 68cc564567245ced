package org.rollcall.sandbox;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Columns of an account that hold one of a few choices. Moodle refuses no other value: it stores the site's default in
 * its place ({@code core_user::clean_field}).
 */
final class CleanedColumns {
    /** Java lists the same 249 codes as Moodle 4.5's {@code lang/en/countries.php}. */
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private CleanedColumns() {}

    static void clean(Map<String, Object> columns) {
        columns.computeIfPresent("country", (key, country) -> listed((String) country));
        columns.computeIfPresent("maildisplay", (key, value) -> within((Long) value, 2, "2"));
        columns.computeIfPresent("mailformat", (key, value) -> within((Long) value, 1, "1"));
        columns.computeIfPresent("calendartype", (key, value) -> "gregorian");
    }

    /** The default country of a site that has none is 0. */
    private static String listed(String country) {
        return country.isEmpty() || COUNTRIES.contains(country) ? country : "0";
    }

    private static Object within(long value, long highest, String fallback) {
        return value >= 0 && value <= highest ? value : fallback;
    }
}
