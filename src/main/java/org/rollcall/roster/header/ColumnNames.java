package org.rollcall.roster.header;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.text.CellText;
import org.rollcall.roster.text.NearestName;

/** Under which names the columns of a roster are known, and the nearest one to a name that is not. */
public final class ColumnNames {
    private static final String PROFILE_FIELD = RosterField.PROFILE_FIELD_.stem();
    private static final int LONGEST_SLOT = 4;
    private static final Map<String, RosterField> PLAIN = fields(false);
    private static final Map<String, RosterField> NUMBERED = fields(true);

    private static final ColumnNames OF_MOODLE = new ColumnNames();

    private ColumnNames() {}

    /** {@return the names of Moodle's own 'Upload users'} */
    public static ColumnNames ofMoodle() {
        return OF_MOODLE;
    }

    /**
     * How many of these names are known; serves to tell the right delimiter, sheet or row from a wrong one.
     *
     * @param names the cells of what may be a header
     * @return from 0 to the number of cells
     */
    public int countKnown(List<String> names) {
        int known = 0;
        for (String name : names) {
            if (column(0, name) != null) {
                known++;
            }
        }
        return known;
    }

    /**
     * Whether these are the names of a whole header, so that there is no need to look further.
     *
     * @param names the cells of what may be a header
     */
    public boolean hasEveryRequired(List<String> names) {
        Set<RosterField> fields = EnumSet.noneOf(RosterField.class);
        for (String name : names) {
            RosterColumn column = column(0, name);
            if (column != null) {
                fields.add(column.field());
            }
        }
        return fields.containsAll(RosterHeader.REQUIRED);
    }

    /** The column that a cell of the header names, or null. */
    @Nullable
    RosterColumn column(int index, String headerCell) {
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
    @Nullable
    String nearest(String headerCell) {
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
