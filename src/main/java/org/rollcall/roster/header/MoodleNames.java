package org.rollcall.roster.header;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.text.CellText;

/** The names of the columns in Moodle's own 'Upload users', which are Rollcall's, too. */
final class MoodleNames {
    private static final String PROFILE_FIELD = RosterField.PROFILE_FIELD_.stem();
    private static final int LONGEST_SLOT = 4;
    private static final Map<String, RosterField> PLAIN = fields(false);
    private static final Map<String, RosterField> NUMBERED = fields(true);

    private MoodleNames() {}

    /** The column of such a name, upper or lower case alike; null if it is none. */
    static @Nullable RosterColumn column(String name) {
        String spelled = CellText.cleaned(name);
        String lower = spelled.toLowerCase(Locale.ROOT);
        if (lower.startsWith(PROFILE_FIELD) && lower.length() > PROFILE_FIELD.length()) {
            return RosterColumn.named(RosterField.PROFILE_FIELD_, 0, spelled.substring(PROFILE_FIELD.length()));
        }
        RosterField plain = PLAIN.get(lower);
        if (plain != null) {
            return RosterColumn.named(plain, 0, "");
        }
        int digits = startOfDigits(lower);
        RosterField numbered = NUMBERED.get(lower.substring(0, digits));
        String slot = lower.substring(digits);
        return numbered == null || !isSlot(slot) ? null : RosterColumn.named(numbered, Integer.parseInt(slot), "");
    }

    /** The field that a name without its number means; null if there is none. */
    static @Nullable RosterField field(String stem) {
        RosterField plain = PLAIN.get(stem);
        return plain == null ? NUMBERED.get(stem) : plain;
    }

    /** Every name there is, without numbers. */
    static List<String> stems() {
        List<String> stems = new ArrayList<>(PLAIN.keySet());
        stems.addAll(NUMBERED.keySet());
        return stems;
    }

    /** Every name there is, with the number that a wrong name ends with, or else 1, where a name has one. */
    static List<String> like(String wrong) {
        String name = CellText.cleaned(wrong).toLowerCase(Locale.ROOT);
        String slot = name.substring(startOfDigits(name));
        List<String> names = new ArrayList<>(PLAIN.keySet());
        NUMBERED.keySet().forEach(stem -> names.add(stem + (isSlot(slot) ? slot : "1")));
        return names;
    }

    private static boolean isSlot(String digits) {
        return !digits.isEmpty() && digits.length() <= LONGEST_SLOT && digits.charAt(0) != '0';
    }

    private static int startOfDigits(String name) {
        int start = name.length();
        while (start > 0 && name.charAt(start - 1) >= '0' && name.charAt(start - 1) <= '9') {
            start--;
        }
        return start;
    }

    private static Map<String, RosterField> fields(boolean numbered) {
        return Arrays.stream(RosterField.values())
                .filter(field -> field.numbered() == numbered && field != RosterField.PROFILE_FIELD_)
                .collect(Collectors.toUnmodifiableMap(RosterField::stem, Function.identity()));
    }
}
