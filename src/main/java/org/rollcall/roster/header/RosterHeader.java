package org.rollcall.roster.header;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.text.CellText;

/**
 * The first row of a roster, understood: which column means what. Behind the columns of the file stand those that it does
 * not have and the mapping gives values for.
 */
public final class RosterHeader {
    /** What the names of the columns begin with that the reject report adds. */
    public static final String REJECT_PREFIX = "reject_";

    static final List<RosterField> REQUIRED =
            List.of(RosterField.USERNAME, RosterField.FIRSTNAME, RosterField.LASTNAME, RosterField.EMAIL);

    private final int row;
    private final List<String> names;
    private final List<@Nullable RosterColumn> columns;
    private final Map<String, RosterColumn> byKey = new HashMap<>();
    private final Set<Integer> secret;
    private final List<Problem> problems;
    private final List<String> notes;
    private final boolean rejectReport;
    private final Mapping mapping;

    RosterHeader(HeaderReading reading, ColumnNames known) {
        this.row = reading.row;
        this.names = reading.names;
        this.columns = Collections.unmodifiableList(reading.columns);
        this.secret = Set.copyOf(reading.secret);
        this.problems = List.copyOf(reading.problems);
        this.notes = reading.notes();
        this.rejectReport = reading.rejectReport;
        this.mapping = known.mapping();
        columns().forEach(column -> byKey.put(column.key(), column));
    }

    /**
     * Understands a header.
     *
     * @param file the file's name, for the sentence when the header is none
     * @param row the header's row number
     * @param names the cells of the header as they came
     * @param known under which names the columns are known
     * @return the header
     * @throws RosterException if a column that every roster needs is missing, or if two names mean one column
     */
    public static RosterHeader of(String file, int row, List<String> names, ColumnNames known) {
        HeaderReading reading = new HeaderReading(row, names, known);
        new HeaderCheck(file, reading, known).check();
        return new RosterHeader(reading, known);
    }

    /**
     * A header that was understood before, and is not judged again.
     *
     * @param names the cells of the header as they came
     * @param known under which names the columns were known
     * @return the header; of two names that mean one column the first one counts
     */
    public static RosterHeader accepted(List<String> names, ColumnNames known) {
        return new RosterHeader(new HeaderReading(1, names, known), known);
    }

    /** {@return the header's row number, which is 1 unless other rows stand above it} */
    public int row() {
        return row;
    }

    /** {@return the names as they came} */
    public List<String> names() {
        return names;
    }

    /** {@return how many columns the file has, known or not} */
    public int size() {
        return names.size();
    }

    /** {@return how many columns the mapping adds behind those of the file} */
    public int added() {
        return columns.size() - names.size();
    }

    /**
     * Looks a column up by its position.
     *
     * @param index a column's position, counted from 0
     * @return what the column means, or null if Rollcall does not know it, the reject report added it, or the header has
     *     fewer
     */
    public @Nullable RosterColumn column(int index) {
        return index < columns.size() ? columns.get(index) : null;
    }

    /** {@return the columns that Rollcall knows, from left to right, and behind them those that the mapping adds} */
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

    /**
     * The value that the mapping has for a column.
     *
     * @param column one of the header's columns
     * @return the value, or null if the mapping says nothing of the column
     */
    public @Nullable MappedValue mapped(RosterColumn column) {
        return mapping.value(column);
    }

    /** {@return the values that the mapping has for rows} */
    public Mapping mapping() {
        return mapping;
    }

    /**
     * Whether the cells below a name are passwords, which nobody is to see, even if the mapping ignores the column.
     *
     * @param index a column's position in the file, counted from 0
     */
    public boolean holdsPasswords(int index) {
        return secret.contains(index);
    }

    /** {@return whether the cells below any of the names are passwords} */
    public boolean holdsPasswords() {
        return !secret.isEmpty();
    }

    /**
     * Whether a row has a cell for each column and none beyond them but empty ones, so that each stands in its own.
     *
     * @param cells the cells of the row as they came
     */
    public boolean fits(List<String> cells) {
        return cells.size() == size()
                || (cells.size() > size()
                        && cells.subList(size(), cells.size()).stream().allMatch(CellText::isBlankCell));
    }

    /** {@return warnings: columns that Rollcall does not know or does not act on} */
    public List<Problem> problems() {
        return problems;
    }

    /** {@return sentences: what was understood by other names than Moodle's own} */
    public List<String> notes() {
        return notes;
    }

    /** {@return whether the file is one of Rollcall's own reject reports, told by their added columns} */
    public boolean isRejectReport() {
        return rejectReport;
    }
}
