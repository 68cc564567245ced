package org.rollcall.roster.header;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.Severity;
import org.rollcall.roster.text.CellText;
import org.rollcall.roster.text.Wording;

/** The first row of a roster, understood: which column means what. Names are told without regard to case. */
public final class RosterHeader {
    /** What the names of the columns begin with that the reject report adds. */
    public static final String REJECT_PREFIX = "reject_";

    static final List<RosterField> REQUIRED =
            List.of(RosterField.USERNAME, RosterField.FIRSTNAME, RosterField.LASTNAME, RosterField.EMAIL);

    private final ColumnNames known;
    private final int row;
    private final List<String> names;
    private final List<@Nullable RosterColumn> columns;
    private final Map<String, RosterColumn> byKey = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean rejectReport;

    private RosterHeader(ColumnNames known, int row, List<String> names) {
        this.known = known;
        this.row = row;
        this.names = List.copyOf(names);
        this.columns = new ArrayList<>(names.size());
    }

    /**
     * Understands a header.
     *
     * @param file the file's name, for the sentence when the header is none
     * @param row the header's row number
     * @param names the cells of the header as they came
     * @param known under which names the columns are known
     * @return the header
     * @throws RosterException if a column that every roster needs is missing, or if one stands there twice
     */
    public static RosterHeader of(String file, int row, List<String> names, ColumnNames known) {
        RosterHeader header = new RosterHeader(known, row, names);
        for (int index = 0; index < names.size(); index++) {
            header.add(file, index, names.get(index));
        }
        header.requireColumns(file);
        return header;
    }

    /** {@return the header's row number, which is 1 unless blank rows stand above it} */
    public int row() {
        return row;
    }

    /** {@return the names as they came} */
    public List<String> names() {
        return names;
    }

    /** {@return how many columns the roster has, known or not} */
    public int size() {
        return names.size();
    }

    /**
     * Looks a column up by its position.
     *
     * @param index a column's position, counted from 0
     * @return what the column means, or null if Rollcall does not know it or the reject report added it
     */
    public @Nullable RosterColumn column(int index) {
        return columns.get(index);
    }

    /** {@return the columns that Rollcall knows, from left to right} */
    public List<RosterColumn> columns() {
        List<RosterColumn> found = new ArrayList<>();
        for (RosterColumn column : columns) {
            if (column != null) {
                found.add(column);
            }
        }
        return found;
    }

    /**
     * Looks a column up by its meaning.
     *
     * @param field what the column means
     * @param slot its number; 0 for a column without one
     * @return the column, or null if the roster has none such
     */
    public @Nullable RosterColumn find(RosterField field, int slot) {
        return byKey.get(field.column(slot));
    }

    /** {@return warnings: columns that Rollcall does not know or does not act on} */
    public List<Problem> problems() {
        return Collections.unmodifiableList(problems);
    }

    /** {@return whether the file is one of Rollcall's own reject reports, told by their added columns} */
    public boolean isRejectReport() {
        return rejectReport;
    }

    private void add(String file, int index, String name) {
        if (CellText.trimmed(name).toLowerCase(Locale.ROOT).startsWith(REJECT_PREFIX)) {
            rejectReport = true;
            columns.add(null);
            return;
        }
        RosterColumn column = known.column(index, name);
        columns.add(column);
        if (column == null) {
            warnOfUnknown(index, name);
            return;
        }
        RosterColumn earlier = byKey.putIfAbsent(column.key(), column);
        if (earlier != null) {
            throw new RosterException("%s has the column %s twice, as column %d and as column %d: take one of them out."
                    .formatted(file, column.name(), earlier.index() + 1, index + 1));
        }
        if (column.field() == RosterField.GROUP) {
            warn(
                    column.name(),
                    "column.ignored",
                    "Rollcall does not put people into groups yet; the column " + column.name() + " is ignored.");
        }
    }

    private void warnOfUnknown(int index, String name) {
        String shown = CellText.trimmed(name);
        if (!shown.isEmpty()) {
            String nearest = known.nearest(name);
            String hint = nearest == null ? "; it is ignored." : "; did you mean \"%s\"?".formatted(nearest);
            warn(
                    shown,
                    "column.unknown",
                    "\"%s\" is not a column that Rollcall knows%s".formatted(Wording.shortened(shown), hint));
        } else if (names.subList(index, names.size()).stream().anyMatch(later -> !CellText.isBlankCell(later))) {
            warn("", "column.unnamed", "Column %d has no name in the header; it is ignored.".formatted(index + 1));
        }
    }

    private void warn(String column, String code, String message) {
        problems.add(new Problem(row, column, "", code, message, Severity.WARNING));
    }

    private void requireColumns(String file) {
        List<String> missing = new ArrayList<>();
        for (RosterField field : REQUIRED) {
            if (find(field, 0) == null) {
                missing.add(field.stem());
            }
        }
        if (missing.size() == REQUIRED.size()) {
            throw new RosterException(("%s has no header: row %d must hold the names of the columns, at least"
                            + " username, firstname, lastname and email.")
                    .formatted(file, row));
        }
        if (!missing.isEmpty()) {
            throw new RosterException("%s lacks the column%s %s in its header%s."
                    .formatted(file, missing.size() == 1 ? "" : "s", Wording.listed(missing), nearMiss(missing)));
        }
    }

    private String nearMiss(List<String> missing) {
        for (String name : names) {
            String nearest = known.nearest(name);
            if (nearest != null && missing.contains(nearest)) {
                return ": perhaps \"%s\" should be \"%s\""
                        .formatted(Wording.shortened(CellText.trimmed(name)), nearest);
            }
        }
        return "";
    }
}
