package org.rollcall.roster.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds, among the many names that a site has, those that a wrong one may stand for. Names come first that are the same
 * but for capitals, blanks, punctuation and accents, or for letters that look like digits; then those that are at most
 * two slips of the finger away. Digits are never taken for a slip: {@code MATH102} is another course than
 * {@code MATH101}, and to name it would lead astray.
 *
 * <p>Not for several threads: it counts how much it has compared, and looks for slips no more once that would take
 * seconds.
 */
public final class NearNames {
    /** No more names are given, however many are as near. */
    public static final int MOST = 3;

    private static final long MOST_COMPARISONS = 5_000_000;
    private static final int FARTHEST = 2;

    private final Map<String, TreeSet<String>> byLooks = new HashMap<>();
    private final Map<String, TreeSet<String>> byText = new TreeMap<>();
    private long comparisons;

    /**
     * Prepares to look among names.
     *
     * @param known the names; those without a letter or digit are passed over
     */
    public NearNames(Collection<String> known) {
        for (String name : known) {
            String text = text(name);
            if (!text.isEmpty()) {
                byText.computeIfAbsent(text, same -> new TreeSet<>()).add(name);
                byLooks.computeIfAbsent(looks(text), same -> new TreeSet<>()).add(name);
            }
        }
    }

    /**
     * The known names that are the same as a wrong one but for the way of writing it.
     *
     * @param wrong a name that is not known
     * @return at most {@link #MOST}, by the alphabet
     */
    public List<String> writtenOtherwise(String wrong) {
        return byLooks.getOrDefault(looks(text(wrong)), new TreeSet<>()).stream()
                .limit(MOST)
                .toList();
    }

    /**
     * The known names that are fewest slips of the finger away from a wrong one.
     *
     * @param wrong a name that is not known
     * @return at most {@link #MOST}, by the alphabet; empty where none is near
     */
    public List<String> fewSlipsAway(String wrong) {
        String text = text(wrong);
        String digits = digits(text);
        comparisons += byText.size();
        if (comparisons > MOST_COMPARISONS) {
            return List.of();
        }
        List<String> nearest = new ArrayList<>();
        int shortest = FARTHEST;
        for (Map.Entry<String, TreeSet<String>> known : byText.entrySet()) {
            int distance = NearestName.distance(text, known.getKey());
            if (distance <= shortest
                    && distance * 2 < known.getKey().length()
                    && digits.equals(digits(known.getKey()))) {
                if (distance < shortest) {
                    nearest.clear();
                    shortest = distance;
                }
                nearest.addAll(known.getValue());
            }
        }
        return nearest.stream().limit(MOST).toList();
    }

    /** What is left of a name without accents, capitals, blanks and punctuation. */
    private static String text(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toLowerCase(Locale.ROOT);
    }

    private static String looks(String text) {
        return text.replace('o', '0').replace('i', '1').replace('l', '1');
    }

    private static String digits(String text) {
        return text.codePoints()
                .filter(Character::isDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
