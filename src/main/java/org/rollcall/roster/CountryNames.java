package org.rollcall.roster;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.stream.Stream;

/**
 * What people write in place of a country's code: its name in any language that Java's locale data has, another usual
 * name, or an abbreviation. Names are read into tables once, when the first wrong country turns up, as most rosters never
 * need them: those of the main languages first, which takes a tenth of a second, and those of all two hundred others
 * (over a second) only for a text that is not among them. From then on a wrong country costs a look into a table.
 */
final class CountryNames {
    private static final List<String> MAIN_LANGUAGES =
            List.of("en", "es", "de", "fr", "pt", "pt-PT", "it", "nl", "pl", "ar", "ru", "zh", "zh-Hant", "ja");
    private static final String KOSOVO = "XK";

    /** Each line holds the codes that are meant, and the names and abbreviations that the locale data does not have. */
    private static final String OTHER_NAMES = """
            XK xk kos
            GB uk eng sco wal nir greatbritain britain england scotland wales northernireland
            US america unitedstatesofamerica estadosunidosdeamerica
            GR el gre hellas
            DE ger
            NL ned holland
            CH sui
            ZA rsa
            CN prc
            RU russianfederation
            CZ czechrepublic
            TR turkey
            CI ivorycoast
            VN vietnam
            MM burma
            SZ swaziland
            MK macedonia
            CV capeverde
            AE uae
            SA ksa
            CD drc drcongo democraticrepublicofthecongo democraticrepublicofcongo zaire
            CG republicofthecongo republicofcongo
            CD,CG congo kongo конго
            KR southkorea republicofkorea
            KP dprk
            KP,KR korea corea coree coreia kore корея
            MF,SX saintmartin stmartin sanmartin
            VG,VI virginislands
            """;

    private CountryNames() {}

    /** The letters alone, without capitals and accents; marks that are vowels of their own stay. */
    static String key(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(character -> Character.isLetter(character) || isVowelSign(character))
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static boolean isVowelSign(int character) {
        boolean accent = character <= 0x036F || (character >= 0x064B && character <= 0x065F);
        int type = Character.getType(character);
        return !accent && (type == Character.COMBINING_SPACING_MARK || type == Character.NON_SPACING_MARK);
    }

    /** The names in the languages that most rosters are written in, the other usual names, and the abbreviations. */
    static final class InMainLanguages {
        static final Map<String, List<String>> CODES = codes();

        private InMainLanguages() {}

        private static Map<String, List<String>> codes() {
            Map<String, List<String>> codes = new HashMap<>();
            MAIN_LANGUAGES.forEach(language -> addNames(Locale.forLanguageTag(language), codes));
            for (String code : Locale.getISOCountries()) {
                threeLetterCode(code, codes);
            }
            OTHER_NAMES.lines().forEach(line -> addOtherNames(line, codes));
            return codes;
        }

        private static void threeLetterCode(String code, Map<String, List<String>> codes) {
            try {
                codes.put(key(country(code).getISO3Country()), List.of(code));
            } catch (MissingResourceException noThreeLetterCode) {
                codes.remove(key(code));
            }
        }

        private static void addOtherNames(String line, Map<String, List<String>> codes) {
            String[] words = line.split(" ");
            List<String> meant = List.of(words[0].split(","));
            Arrays.stream(words).skip(1).forEach(name -> codes.put(name, meant));
        }
    }

    /** The names in every language. */
    static final class InAllLanguages {
        static final Map<String, List<String>> CODES = codes();

        private InAllLanguages() {}

        private static Map<String, List<String>> codes() {
            Map<String, List<String>> codes = new HashMap<>();
            for (Locale locale : Locale.getAvailableLocales()) {
                if (!locale.getLanguage().isEmpty() && locale.getCountry().isEmpty()) {
                    addNames(locale, codes);
                }
            }
            return codes;
        }
    }

    private static void addNames(Locale language, Map<String, List<String>> codes) {
        Stream.concat(Stream.of(KOSOVO), Arrays.stream(Locale.getISOCountries()))
                .forEach(code -> add(key(country(code).getDisplayCountry(language)), code, codes));
    }

    private static void add(String name, String code, Map<String, List<String>> codes) {
        List<String> earlier = codes.putIfAbsent(name, List.of(code));
        if (earlier != null && !earlier.contains(code) && !name.isEmpty()) {
            List<String> both = new ArrayList<>(earlier);
            both.add(code);
            codes.put(name, both.stream().sorted().toList());
        }
    }

    private static Locale country(String code) {
        return new Locale.Builder().setRegion(code).build();
    }
}
