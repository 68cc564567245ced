package org.rollcall.roster.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The letters beyond ASCII of a language or a group of them, the frequent ones first, and the character sets that such
 * texts come in, the frequent ones first. From these it is told how likely a text is.
 */
final class Alphabet {
    private static final List<String> WESTERN =
            List.of("windows-1252", "ISO-8859-15", "x-MacRoman", "IBM850", "IBM437");
    private static final List<String> CENTRAL = List.of("windows-1250", "ISO-8859-2", "x-MacCentralEurope", "IBM852");
    private static final List<String> CYRILLIC =
            List.of("windows-1251", "KOI8-U", "ISO-8859-5", "x-MacCyrillic", "IBM866");

    /** A letter of another language, or a letter among signs of another script. */
    private static final double FOREIGN = -7.5;
    /** How much less likely an alphabet other than the western ones is before anything was read. */
    private static final double ELSEWHERE = -2;
    /** How much less likely each further character set of an alphabet is. */
    private static final double PER_RANK = -1.5;

    /** Every alphabet that texts are held against. */
    static final List<Alphabet> ALL = List.of(
            // German
            new Alphabet(WESTERN, "üäößéè"),
            // Spanish
            new Alphabet(WESTERN, "íéáóñúüºª"),
            // French
            new Alphabet(WESTERN, "éèçëïêôîâàûüùœæÿ"),
            // Portuguese
            new Alphabet(WESTERN, "ãçáéíóâêôõúàüº"),
            // Italian
            new Alphabet(WESTERN, "òàèùìéí"),
            // Catalan
            new Alphabet(WESTERN, "éàóíçèïòúü·"),
            // Dutch
            new Alphabet(WESTERN, "ëéïöüè"),
            // Nordic
            new Alphabet(WESTERN, "öäåøæéüáð"),
            // Icelandic
            new Alphabet(WESTERN, "áóíðþöéúæý"),
            // Polish
            new Alphabet(CENTRAL, "łóąęśńżćź"),
            // Czech
            new Alphabet(CENTRAL, "áíéřščžýěůúňďťóľôĺŕä"),
            // Hungarian
            new Alphabet(CENTRAL, "áéöóőüíúű"),
            // Romanian
            new Alphabet(CENTRAL, "ăşţâîșț"),
            // Croatian
            new Alphabet(CENTRAL, "ćčšžđ"),
            // Turkish
            new Alphabet(List.of("windows-1254", "ISO-8859-9", "x-MacTurkish", "IBM857"), "ışüöçğâîû"),
            // Baltic
            new Alphabet(List.of("windows-1257", "ISO-8859-13"), "šėžūāīųįčąęēņļģķõäöü"),
            // Estonian
            new Alphabet(List.of("windows-1257", "ISO-8859-13", "windows-1252", "ISO-8859-15"), "äüõöšž"),
            // Russian
            new Alphabet(CYRILLIC, "аоеинрвлсктмдкуяьйгзбчпхшжфюыцэщёъ"),
            // Ukrainian
            new Alphabet(CYRILLIC, "аоенрікивлтсмдяуьйгзкбчпхшжюцєїщфґ"),
            // Bulgarian
            new Alphabet(CYRILLIC, "аоеинвртскдлмпгябузъчхйжшцюфщь"),
            // Serbian
            new Alphabet(CYRILLIC, "аиоенрвјстмкдлупбгзћшчцжњљхфђџ"),
            // Greek
            new Alphabet(
                    List.of("windows-1253", "ISO-8859-7", "x-MacGreek", "IBM737"),
                    "αοιεσνςρτλκηυάόίπμέήγδθύχώωβφξζψϊϋΐΰ"),
            // Arabic
            new Alphabet(
                    List.of("windows-1256", "ISO-8859-6", "x-MacArabic"), "املينرودبهعسحفةكقتأجشصخىزإطذئثضغظؤءآپچگژ"),
            // Hebrew
            new Alphabet(List.of("windows-1255", "ISO-8859-8"), "יוהלראשנמבדתעקחםגפכטזצןסךףץ"),
            // Thai
            new Alphabet(List.of("x-windows-874"), "านรกอยงเลวมสตทดคบะัีิพ์ชห่้ขจแไปึใธำุูถณโภซฐฉผศษญฟ"));

    private final List<String> charsets;
    private final Map<Character, Double> letters = new HashMap<>();

    private Alphabet(List<String> charsets, String byFrequency) {
        this.charsets = charsets;
        double sum = 0;
        for (int rank = 0; rank < byFrequency.length(); rank++) {
            sum += 1 / (rank + 2.0);
        }
        for (int rank = 0; rank < byFrequency.length(); rank++) {
            double likelihood = Math.log(1 / (rank + 2.0) / sum);
            String letter = byFrequency.substring(rank, rank + 1);
            letters.putIfAbsent(letter.charAt(0), likelihood);
            String capital = letter.equals("ı") ? "İ" : letter.toUpperCase(Locale.ROOT);
            if (capital.length() == 1) {
                letters.putIfAbsent(capital.charAt(0), likelihood);
            }
        }
    }

    List<String> charsets() {
        return charsets;
    }

    /** The logarithm of how likely one of its character sets is beside those of other alphabets. */
    double prior(String charset) {
        return (charsets.equals(WESTERN) ? 0 : ELSEWHERE) + charsets.indexOf(charset) * PER_RANK;
    }

    /** The logarithm of how likely a letter beyond ASCII is. */
    double likelihood(char letter) {
        Double known = letters.get(letter);
        return known == null ? FOREIGN : known;
    }
}
