package org.rollcall.roster.header;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.header.NameReading.Kind;
import org.rollcall.roster.text.CellText;
import org.rollcall.roster.text.NearestName;

/**
 * Under which names the columns of a roster are known, and the nearest one to a name that is not. What the site's mapping
 * says goes first, then Moodle's own names, then the aliases.
 */
public final class ColumnNames {
    private static final Pattern LIKE_PASSWORD = Pattern.compile("passw|pwd|pw$|^pin(code)?$|secret$");
    private static final int SHORTEST_GUESSED = 5;
    private static final ColumnNames OF_MOODLE = new ColumnNames(Aliases.none(), Mapping.none());

    private final Aliases aliases;
    private final Mapping mapping;

    private ColumnNames(Aliases aliases, Mapping mapping) {
        this.aliases = aliases;
        this.mapping = mapping;
    }

    /** {@return the names of Moodle's own 'Upload users' alone} */
    public static ColumnNames ofMoodle() {
        return OF_MOODLE;
    }

    /**
     * Moodle's own names and others.
     *
     * @param aliases other names of the columns
     * @param mapping what the site says of its headers
     */
    public static ColumnNames of(Aliases aliases, Mapping mapping) {
        return new ColumnNames(aliases, mapping);
    }

    /** {@return what the site says of its rosters} */
    public Mapping mapping() {
        return mapping;
    }

    /** {@return a text that is another one whenever a name means something else, or a row has other values} */
    public String meaning() {
        return aliases + "\n" + mapping;
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
            if (read(name).isKnown()) {
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
        mapping.values().forEach(value -> fields.add(value.column().field()));
        int ofTheFile = 0;
        for (String name : names) {
            RosterColumn column = read(name).column();
            if (column != null) {
                fields.add(column.field());
                ofTheFile++;
            }
        }
        return ofTheFile > 1 && fields.containsAll(RosterHeader.REQUIRED);
    }

    /** What a cell of the header is taken for. */
    NameReading read(String headerCell) {
        if (CellText.trimmed(headerCell).toLowerCase(Locale.ROOT).startsWith(RosterHeader.REJECT_PREFIX)) {
            return NameReading.of(Kind.OF_REPORT);
        }
        HeaderName name = HeaderName.of(headerCell);
        if (mapping.ignores(name)) {
            return NameReading.of(Kind.IGNORED);
        }
        RosterColumn mapped = mapping.column(name);
        return mapped == null ? withoutMapping(headerCell, name) : NameReading.of(Kind.MAPPED, mapped);
    }

    /** Whether the name means passwords, or may mean them, also where the mapping says that it is of no use. */
    boolean meansPasswords(String headerCell) {
        NameReading reading = withoutMapping(headerCell, HeaderName.of(headerCell));
        return reading.candidates().contains(RosterField.PASSWORD)
                || (reading.column() != null && reading.column().field() == RosterField.PASSWORD);
    }

    /** Whether a name that nobody knows sounds like passwords: {@code Login password} does, and {@code passwrd}. */
    boolean soundsLikePasswords(String headerCell) {
        String key = HeaderName.keyOf(headerCell);
        return LIKE_PASSWORD.matcher(key).find() || aliases.isWithin(key, RosterField.PASSWORD);
    }

    /** What the header most likely meant, in the words of a question; null if no name comes near. */
    @Nullable
    String nearest(String headerCell) {
        List<String> own = MoodleNames.like(headerCell);
        String nearest = NearestName.to(CellText.cleaned(headerCell).toLowerCase(Locale.ROOT), own);
        if (nearest == null) {
            nearest = NearestName.to(HeaderName.keyOf(headerCell), own);
        }
        return nearest == null ? nearestAlias(HeaderName.of(headerCell)) : "\"" + nearest + "\"";
    }

    private @Nullable String nearestAlias(HeaderName name) {
        List<String> keys = new ArrayList<>(aliases.keys());
        keys.removeIf(key -> key.length() < SHORTEST_GUESSED);
        String key = NearestName.to(name.stem(), keys);
        if (key == null) {
            return null;
        }
        RosterColumn column = aliases.column(new HeaderName(key, key, 0));
        String number = column == null || !column.field().numbered() || name.number() == 0 ? "" : " " + name.number();
        return column == null
                ? null
                : "\"%s%s\", which is %s"
                        .formatted(
                                aliases.spelling(key),
                                number,
                                number.isEmpty()
                                        ? column.name()
                                        : column.field().stem() + name.number());
    }

    private NameReading withoutMapping(String headerCell, HeaderName name) {
        RosterColumn own = MoodleNames.column(headerCell);
        if (own != null) {
            return NameReading.of(Kind.OWN, own);
        }
        RosterColumn spelled = MoodleNames.column(name.key());
        RosterColumn alias = spelled == null ? aliases.column(name) : spelled;
        if (alias != null) {
            return NameReading.of(Kind.ALIAS, alias);
        }
        List<RosterField> candidates = aliases.candidates(name);
        return candidates.isEmpty() ? NameReading.of(Kind.UNKNOWN) : new NameReading(Kind.UNCLEAR, null, candidates);
    }
}
