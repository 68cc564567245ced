package org.rollcall.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names that Rollcall knows, and the nearest one to a name that it does not. */
final class ColumnNames {
    private static final String PROFILE_FIELD = RosterField.PROFILE_FIELD_.stem();
    private static final int LONGEST_SLOT = 4;
    private static final Map<String, RosterField> PLAIN = fields(false);
    private static final Map<String, RosterField> NUMBERED = fields(true);

    private ColumnNames() {}

    /** The column that a cell of the header names, or null. */
    static @Nullable RosterColumn column(int index, String headerCell) {
        String spelled = CellText.cleaned(headerCell);
        String name = spelled.toLowerCase(Locale.ROOT);
        if (name.startsWith(PROFILE_FIELD) && name.length() > PROFILE_FIELD.length()) {
            String shortname = spelled.substring(PROFILE_FIELD.length());
            return new RosterColumn(index, RosterField.PROFILE_FIELD_, 0, shortname);
        }
        RosterField plain = PLAIN.get(name);
        if (plain != null) {
            return new RosterColumn(index, plain, 0, "");
        }
        int digits = startOfDigits(name);
        RosterField numbered = NUMBERED.get(name.substring(0, digits));
        String slot = name.substring(digits);
        return numbered == null || !isSlot(slot) ? null : new RosterColumn(index, numbered, Integer.parseInt(slot), "");
    }

    /** The known name that the header most likely meant, or null. */
    static @Nullable String nearest(String headerCell) {
        String name = CellText.cleaned(headerCell).toLowerCase(Locale.ROOT);
        String slot = name.substring(startOfDigits(name));
        List<String> known = new ArrayList<>(PLAIN.keySet());
        NUMBERED.keySet().forEach(stem -> known.add(stem + (isSlot(slot) ? slot : "1")));
        return NearestName.to(name, known);
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
