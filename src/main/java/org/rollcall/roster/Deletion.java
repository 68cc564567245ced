package org.rollcall.roster;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.header.RosterColumn;
import org.rollcall.roster.header.RosterField;
import org.rollcall.roster.header.RosterHeader;
import org.rollcall.roster.text.CleanText;
import org.rollcall.roster.text.TextKind;
import org.rollcall.roster.text.Wording;

/**
 * What counts of a row that asks for its account to be deleted. Moodle's uploader takes the username and passes over
 * everything else; here whatever tells whose account it is counts as well, so that nobody else's is taken for it.
 */
final class Deletion {
    /** The password is of no use, but a reject has to come back as it came. */
    private static final Set<RosterField> COUNTING = EnumSet.of(
            RosterField.USERNAME,
            RosterField.FIRSTNAME,
            RosterField.LASTNAME,
            RosterField.EMAIL,
            RosterField.IDNUMBER,
            RosterField.PASSWORD,
            RosterField.OLDUSERNAME,
            RosterField.DELETED);

    private final @Nullable RosterColumn flag;
    private final List<RosterColumn> columns;
    private final List<RosterColumn> wishes;

    Deletion(RosterHeader header) {
        this.flag = header.find(RosterField.DELETED, 0);
        this.columns = header.columns().stream()
                .filter(column -> COUNTING.contains(column.field()))
                .toList();
        this.wishes = header.columns().stream()
                .filter(column -> column.field() == RosterField.COHORT
                        || column.field() == RosterField.COURSE
                        || column.field() == RosterField.SUSPENDED)
                .toList();
    }

    boolean isAskedIn(RosterLine line) {
        return flag != null
                && flag.index() < line.cells().size()
                && CellValues.isSet(CleanText.of(line.cells().get(flag.index()), TextKind.CODE)
                        .text());
    }

    /** The columns that count. */
    List<RosterColumn> columns() {
        return columns;
    }

    /** Told are wishes alone: that the city of an account that goes is not looked at is not worth a word. */
    void tellWhatIsIgnored(CellTexts texts, RowProblems problems) {
        List<String> ignored = wishes.stream()
                .filter(column -> column.field() == RosterField.SUSPENDED
                        ? CellValues.isSet(texts.of(column))
                        : !texts.of(column).isEmpty())
                .map(RosterColumn::name)
                .toList();
        if (flag != null && !ignored.isEmpty()) {
            problems.warning(
                    flag,
                    "alone",
                    "The row asks for the account to be deleted, so its %s %s ignored."
                            .formatted(Wording.listed(ignored), ignored.size() == 1 ? "is" : "are"));
        }
    }
}
