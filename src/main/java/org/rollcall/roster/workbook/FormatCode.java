package org.rollcall.roster.workbook;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What kind of value the format of a cell shows, as far as its code tells. */
final class FormatCode {
    /** What a literal is made of, which is shown as it stands, and the parts that are no placeholders. */
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[[^\\]]*\\]?");

    private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern HALF_OF_THE_DAY = Pattern.compile("am/pm|a/p", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECONDS_FRACTION = Pattern.compile("(s)[.,]0+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACEHOLDER = Pattern.compile("[0#?@]");
    private static final Pattern OTHER_THAN_LETTERS = Pattern.compile("[^\\p{L}]|\\p{IsIdeographic}|\\p{IsHangul}");
    private static final String LETTERS_OF_DATES = "ymdhsegb";

    /** Day, month and year in the letters of some other language, such as TT.MM.JJJJ or jj/mm/aaaa. */
    private static final Pattern FOREIGN_DATE = Pattern.compile(
            "(?U)\\s*(\\p{L})\\1{0,3}([-./ ])(\\p{L})\\3{0,3}\\2(\\p{L})\\4{0,3}[.]?(\\s+\\p{L}{1,2}:\\p{L}{2}(:\\p{L}{2})?)?\\s*");

    /** Formats of East Asian editions, which have a number but no code. */
    private static final Set<Integer> DATES_WITHOUT_CODE =
            Set.of(27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);

    private FormatCode() {}

    /** What kinds there are. */
    enum Kind {
        /** However the number looks best. */
        GENERAL,
        /** A day. */
        DATE,
        /** A day and a time. */
        MOMENT,
        /** A time of the day. */
        TIME,
        /** Any other: amounts, percentages, durations, scientific notation. */
        OTHER
    }

    static Kind kind(int index, String code) {
        String first = firstSection(code).strip();
        if (DATES_WITHOUT_CODE.contains(index)) {
            return Kind.MOMENT;
        }
        if (first.isEmpty() || first.equals("@") || first.equalsIgnoreCase("General")) {
            return Kind.GENERAL;
        }
        String section = firstSection(LITERALS.matcher(code).replaceAll(" "));
        if (ELAPSED.matcher(code).find()) {
            return Kind.OTHER;
        }
        String bare = SECONDS_FRACTION.matcher(section).replaceAll("$1");
        if (PLACEHOLDER.matcher(bare).find()) {
            return Kind.OTHER;
        }
        boolean halves = HALF_OF_THE_DAY.matcher(bare).find();
        return byLetters(HALF_OF_THE_DAY.matcher(bare).replaceAll(" "), halves, foreign(code));
    }

    private static Kind byLetters(String section, boolean halves, boolean foreign) {
        String letters = OTHER_THAN_LETTERS.matcher(section).replaceAll("").toLowerCase(Locale.ROOT);
        if (letters.isEmpty() || !letters.chars().allMatch(letter -> LETTERS_OF_DATES.indexOf(letter) >= 0)) {
            return foreign ? Kind.MOMENT : Kind.OTHER;
        }
        boolean time = halves || letters.contains("h") || letters.contains("s");
        boolean day = letters.contains("d") || letters.contains("y") || letters.contains("mmm") || !time;
        return day && time ? Kind.MOMENT : day ? Kind.DATE : Kind.TIME;
    }

    private static boolean foreign(String code) {
        String plain = code.replaceAll("\\[[^\\]]*\\]", "").replaceAll("[\\\\\"]", "");
        return FOREIGN_DATE.matcher(firstSection(plain)).matches();
    }

    private static String firstSection(String code) {
        int end = code.indexOf(';');
        return end < 0 ? code : code.substring(0, end);
    }
}
