package org.rollcall.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.RejectedRow;
import org.rollcall.roster.file.Problem;
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
    private final boolean passwords;
    private final List<Integer> kept = new ArrayList<>();
    private final Map<String, Integer> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * The columns of a roster.
     *
     * @param names the cells of its header as they came
     * @param known under which names the run knew them
     * @param passwords whether passwords stand in theirs
     */
    RejectColumns(List<String> names, ColumnNames known, boolean passwords) {
        this.passwords = passwords;
        this.roster = RosterHeader.accepted(names, known);
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).strip().toLowerCase(Locale.ROOT).startsWith(RosterHeader.REJECT_PREFIX)) {
                RosterColumn column = roster.column(i);
                if (column != null) {
                    places.putIfAbsent(column.name(), kept.size());
                }
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
        for (int i = roster.size(); i < row.cells().size() && !isSecret(row); i++) {
            surplus.add(cell(row, i));
        }
        return surplus;
    }

    /**
     * What is wrong with which cell of a row's line, by the cell's place. What is wrong with the row as a whole, or with a
     * column that the roster does not have, is laid to the cell of the reasons.
     */
    Map<Integer, List<String>> faults(RejectedRow row) {
        Map<Integer, List<String>> faults = new TreeMap<>();
        for (Problem problem : row.errors()) {
            List<Integer> faulty =
                    columns(problem).map(places::get).filter(Objects::nonNull).toList();
            for (int place : faulty.isEmpty() ? List.of(placeOfReasons()) : faulty) {
                faults.computeIfAbsent(place, same -> new ArrayList<>()).add(problem.message());
            }
        }
        return faults;
    }

    /** Whether the roster has passwords in a column, which are left out here. */
    boolean lacksPasswords() {
        return !passwords && roster.holdsPasswords();
    }

    /** How many of the columns are the roster's own; those that the report adds stand behind them. */
    int own() {
        return kept.size();
    }

    private int placeOfReasons() {
        return kept.size() + RejectReasons.COLUMNS.size() - 1;
    }

    private static Stream<String> columns(Problem problem) {
        return Stream.of(problem.column().split(COLUMN_SEPARATOR));
    }

    private boolean isDone(int index, Set<Slot> done) {
        RosterColumn column = roster.column(index);
        MembershipKind kind = column == null ? null : FIELDS_OF_MEMBERSHIPS.get(column.field());
        return column != null && kind != null && done.contains(new Slot(kind, column.slot()));
    }

    /** Whether any cell of a row may be a password that is not to be seen. */
    private boolean isSecret(RejectedRow row) {
        return !passwords && roster.holdsPasswords() && !roster.fits(row.cells());
    }

    private String cell(RejectedRow row, int index) {
        if (index >= row.cells().size() || isSecret(row)) {
            return "";
        }
        String cell = row.cells().get(index);
        if (cell != null) {
            return cell;
        }
        String password = passwords && (row.whole() || isRefused(row, RosterField.PASSWORD)) && isThePassword(index)
                ? row.password()
                : null;
        return password == null ? "" : password;
    }

    private static boolean isRefused(RejectedRow row, RosterField field) {
        return row.errors().stream().anyMatch(problem -> columns(problem).anyMatch(field.stem()::equals));
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
