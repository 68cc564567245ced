package org.rollcall.roster;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The countries by their ISO 3166-1 codes, and what people write in place of a code: a name in English or in a main
 * language of the country itself, as Java's locale data has them, or the three-letter code.
 */
final class Countries {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Countries() {}

    static boolean isCode(String text) {
        return CODES.contains(text);
    }

    /** The code of the country that a registrar most likely meant, or null. */
    static @Nullable String codeFor(String text) {
        return ByName.CODES.get(key(text));
    }

    private static String key(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(character -> Character.isLetter(character)
                        || Character.getType(character) == Character.COMBINING_SPACING_MARK)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** Built when the first wrong country turns up: most rosters never need it. */
    private static final class ByName {
        static final Map<String, String> CODES = byName();

        private static Map<String, String> byName() {
            Map<String, String> codes = new HashMap<>();
            for (Locale locale : Locale.getAvailableLocales()) {
                if (isCode(locale.getCountry())) {
                    codes.putIfAbsent(key(locale.getDisplayCountry(locale)), locale.getCountry());
                }
            }
            for (String code : Locale.getISOCountries()) {
                Locale country = new Locale.Builder().setRegion(code).build();
                codes.put(key(country.getDisplayCountry(Locale.ENGLISH)), code);
                threeLetterCode(country, code, codes);
            }
            addOtherUsualNames(codes);
            codes.remove("");
            return Map.copyOf(codes);
        }

        private static void threeLetterCode(Locale country, String code, Map<String, String> codes) {
            try {
                codes.put(key(country.getISO3Country()), code);
            } catch (MissingResourceException noThreeLetterCode) {
                codes.remove(key(code));
            }
        }

        private static void addOtherUsualNames(Map<String, String> codes) {
            codes.put("uk", "GB");
            codes.put("greatbritain", "GB");
            codes.put("england", "GB");
            codes.put("scotland", "GB");
            codes.put("wales", "GB");
            codes.put("northernireland", "GB");
            codes.put("unitedstatesofamerica", "US");
            codes.put("america", "US");
            codes.put("russianfederation", "RU");
            codes.put("czechrepublic", "CZ");
            codes.put("turkey", "TR");
            codes.put("ivorycoast", "CI");
            codes.put("southkorea", "KR");
            codes.put("vietnam", "VN");
            codes.put("holland", "NL");
            codes.put("burma", "MM");
            codes.put("swaziland", "SZ");
            codes.put("macedonia", "MK");
        }
    }
}
