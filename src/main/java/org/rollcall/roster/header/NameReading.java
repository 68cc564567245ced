package org.rollcall.roster.header;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a name in a header was taken for.
 *
 * @param kind how the name is known
 * @param column what it means, at no place yet; null where that is nothing
 * @param candidates what an unclear name may mean
 */
record NameReading(Kind kind, @Nullable RosterColumn column, List<RosterField> candidates) {
    /** How a name is known. */
    enum Kind {
        /** It is Moodle's own. */
        OWN,
        /** It is another name of a column. */
        ALIAS,
        /** The mapping says what it means. */
        MAPPED,
        /** The mapping says that it is of no use. */
        IGNORED,
        /** Rollcall's own reject report added it. */
        OF_REPORT,
        /** It may mean more than one thing. */
        UNCLEAR,
        /** Nobody knows it. */
        UNKNOWN
    }

    static NameReading of(Kind kind) {
        return new NameReading(kind, null, List.of());
    }

    static NameReading of(Kind kind, RosterColumn column) {
        return new NameReading(kind, column, List.of());
    }

    /** Whether the name belongs into a header. */
    boolean isKnown() {
        return kind != Kind.UNKNOWN;
    }

    /** Whether the name may mean the first name or the last name, which its neighbours can decide. */
    boolean mayBeAName() {
        return candidates.size() == 2
                && candidates.contains(RosterField.FIRSTNAME)
                && candidates.contains(RosterField.LASTNAME);
    }
}
