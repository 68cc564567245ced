package org.rollcall.roster.header;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value made of a person's names, in the form of Moodle's 'Upload users' ({@code uu_process_template} in
 * {@code admin/tool/uploaduser/locallib.php}): {@code %f} is the first name, {@code %l} the last name, {@code %u} the
 * username, {@code %%} a percent sign. Between the percent sign and the letter may stand {@code +} for capitals,
 * {@code -} for small letters or {@code ~} for a capital at the beginning of each word, and then how many characters are
 * taken. Of a length with several digits Moodle takes the last one alone; here it is the number that it looks like.
 *
 * @param text the template as it is written
 */
public record Template(String text) {
    private static final Pattern PLACE = Pattern.compile("%([+~-]?)(\\d{0,3})([flu%])|%(.{0,3})", Pattern.DOTALL);
    private static final Map<String, RosterField> FIELDS =
            Map.of("f", RosterField.FIRSTNAME, "l", RosterField.LASTNAME, "u", RosterField.USERNAME);

    /**
     * Sees whether every percent sign begins a place.
     *
     * @throws IllegalArgumentException naming what does not, in words that complete a sentence
     */
    public Template {
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            boolean percent = "%".equals(place.group(3));
            if (place.group(3) == null || (percent && place.end() - place.start() > 2)) {
                throw new IllegalArgumentException(
                        ("\"%s\" is no place for a name: write %%f, %%l or %%u, with +, - or ~ and"
                                        + " a length in between, and %%%% for a percent sign")
                                .formatted(place.group()));
            }
        }
    }

    /** {@return the fields that the template is made of} */
    public Set<RosterField> fields() {
        Set<RosterField> fields = EnumSet.noneOf(RosterField.class);
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            RosterField field = FIELDS.get(place.group(3));
            if (field != null) {
                fields.add(field);
            }
        }
        return fields;
    }

    /**
     * Puts a person's names in.
     *
     * @param names what the fields of the template hold
     * @return the text; null if one of the names is missing or empty, as what is left would look like a value
     */
    public @Nullable String filled(Map<RosterField, String> names) {
        List<String> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int end = 0;
        while (place.find()) {
            parts.add(text.substring(end, place.start()));
            end = place.end();
            RosterField field = FIELDS.get(place.group(3));
            String name = field == null ? "%" : names.getOrDefault(field, "");
            if (name.isEmpty()) {
                return null;
            }
            parts.add(field == null ? name : cut(cased(name, place.group(1)), place.group(2)));
        }
        parts.add(text.substring(end));
        return String.join("", parts);
    }

    private static String cased(String name, String sign) {
        return switch (sign) {
            case "+" -> name.toUpperCase(Locale.ROOT);
            case "-" -> name.toLowerCase(Locale.ROOT);
            case "~" -> titled(name);
            default -> name;
        };
    }

    private static String titled(String name) {
        StringBuilder titled = new StringBuilder();
        boolean inside = false;
        for (int character : name.codePoints().toArray()) {
            titled.appendCodePoint(inside ? Character.toLowerCase(character) : Character.toTitleCase(character));
            inside = Character.isLetter(character);
        }
        return titled.toString();
    }

    /** A length of 0 is none, as in Moodle. */
    private static String cut(String name, String length) {
        int most = length.isEmpty() ? 0 : Integer.parseInt(length);
        return most == 0 || name.codePointCount(0, name.length()) <= most
                ? name
                : name.substring(0, name.offsetByCodePoints(0, most));
    }
}
