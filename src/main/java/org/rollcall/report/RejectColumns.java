package org.rollcall.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.RejectedRow;
import org.rollcall.roster.header.ColumnNames;
import org.rollcall.roster.header.MappedValue;
import org.rollcall.roster.header.RosterColumn;
import org.rollcall.roster.header.RosterField;
import org.rollcall.roster.header.RosterHeader;

/**
 * The roster's own columns in the reject report. Columns that an earlier reject report added are left out. A row that was
 * done in part has only the cells that are still wanted: those that name the person, and what could not be done.
 */
final class RejectColumns {

    private static final Map<RosterField, MembershipKind> FIELDS_OF_MEMBERSHIPS = new EnumMap<>(Map.of(
            RosterField.COHORT, MembershipKind.COHORT,
            RosterField.COURSE, MembershipKind.COURSE,
            RosterField.ROLE, MembershipKind.COURSE,
            RosterField.TYPE, MembershipKind.COURSE,
            RosterField.GROUP, MembershipKind.COURSE,
            RosterField.ENROLPERIOD, MembershipKind.COURSE,
            RosterField.ENROLTIMESTART, MembershipKind.COURSE,
            RosterField.ENROLSTATUS, MembershipKind.COURSE));

    /** Between the columns of a problem that is about several. */
    private static final String COLUMN_SEPARATOR = "; ";

    private final RosterHeader roster;
    private final List<Integer> kept = new ArrayList<>();

    /**
     * The columns of a roster.
     *
     * @param names the cells of its header as they came
     * @param known under which names the run knew them
     */
    RejectColumns(List<String> names, ColumnNames known) {
        this.roster = RosterHeader.accepted(names, known);
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).strip().toLowerCase(Locale.ROOT).startsWith(RosterHeader.REJECT_PREFIX)) {
                kept.add(i);
            }
        }
    }

    List<String> header() {
        List<String> header = new ArrayList<>();
        kept.forEach(i -> header.add(roster.names().get(i)));
        header.addAll(RejectReasons.COLUMNS);
        return header;
    }

    List<String> cells(RejectedRow row) {
        Set<Slot> done = new HashSet<>();
        for (Membership membership : row.memberships()) {
            if (!row.whole() && !membership.comesBack()) {
                done.add(new Slot(membership.kind(), membership.slot()));
            }
        }
        List<String> cells = new ArrayList<>();
        kept.forEach(i -> cells.add(isDone(i, done) ? "" : cell(row, i)));
        return cells;
    }

    /** The cells that a ragged row has beyond the header: they stand behind everything else, so that nothing is lost. */
    List<String> surplus(RejectedRow row) {
        List<String> surplus = new ArrayList<>();
        for (int i = roster.size(); i < row.cells().size(); i++) {
            surplus.add(cell(row, i));
        }
        return surplus;
    }

    private boolean isDone(int index, Set<Slot> done) {
        RosterColumn column = roster.column(index);
        MembershipKind kind = column == null ? null : FIELDS_OF_MEMBERSHIPS.get(column.field());
        return column != null && kind != null && done.contains(new Slot(kind, column.slot()));
    }

    private String cell(RejectedRow row, int index) {
        if (index >= row.cells().size()) {
            return "";
        }
        String cell = row.cells().get(index);
        if (cell != null) {
            return cell;
        }
        String password =
                (row.whole() || isRefused(row, RosterField.PASSWORD)) && isThePassword(index) ? row.password() : null;
        return password == null ? "" : password;
    }

    private static boolean isRefused(RejectedRow row, RosterField field) {
        return row.errors().stream()
                .anyMatch(problem ->
                        List.of(problem.column().split(COLUMN_SEPARATOR)).contains(field.stem()));
    }

    /** Not where the mapping ignores the column, or gives everybody the same password instead. */
    private boolean isThePassword(int index) {
        RosterColumn column = roster.find(RosterField.PASSWORD, 0);
        MappedValue mapped = column == null ? null : roster.mapped(column);
        return column != null
                && column.index() == index
                && (mapped == null || mapped.source() != MappedValue.Source.CONSTANT);
    }

    private record Slot(MembershipKind kind, int number) {}
}
