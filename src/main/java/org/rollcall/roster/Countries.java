package org.rollcall.roster;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The countries by the codes that Moodle 4.5 lists in {@code lang/en/countries.php}: the 249 of ISO 3166-1 alpha-2, which
 * are Java's, too; a test holds the two against each other. Kosovo (XK) is not among them, and the EU's codes UK and EL
 * are not either. {@code core_user::clean_field} knows no other, wherever a site's setting {@code allcountrycodes} would
 * show fewer.
 */
final class Countries {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Countries() {}

    static boolean isCode(String text) {
        return CODES.contains(text);
    }

    /** The codes of the countries that a registrar may have meant: one, several where the text fits several, or none. */
    static List<String> meantBy(String text) {
        String key = CountryNames.key(text);
        List<String> codes = CountryNames.InMainLanguages.CODES.get(key);
        return codes == null ? CountryNames.InAllLanguages.CODES.getOrDefault(key, List.of()) : codes;
    }
}
