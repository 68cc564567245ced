package org.rollcall.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.LineFinding;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.file.Severity;
import org.rollcall.roster.header.MappedValue;
import org.rollcall.roster.header.MappedValue.Source;
import org.rollcall.roster.header.Mapping;
import org.rollcall.roster.header.RosterColumn;
import org.rollcall.roster.header.RosterField;
import org.rollcall.roster.header.RosterHeader;
import org.rollcall.roster.header.Template;
import org.rollcall.roster.text.CellText;

/**
 * Gives rows the values that the site's mapping has for them: constants in place of whatever a cell says, defaults and
 * filled templates in place of empty cells. What describes an enrolment is given only where the row names the course. A row
 * that asks for its account to be deleted gets nothing: it must say itself whose account that is.
 */
final class RowFilling {
    /** Ends the sentence about a value that is not the roster's. */
    static final String ORIGIN = " The value comes from " + Mapping.FILE + ".";

    private static final Set<RosterField> SPELLED_PLAINLY = Set.of(RosterField.USERNAME, RosterField.EMAIL);

    private final RosterHeader header;
    private final Deletion deletion;
    private final List<Place> places = new ArrayList<>();

    /** A column for which there is a value. */
    private record Place(
            RosterColumn column,
            MappedValue value,
            @Nullable Template template) {}

    RowFilling(RosterHeader header) {
        this.header = header;
        this.deletion = new Deletion(header);
        for (RosterColumn column : header.columns()) {
            MappedValue value = header.mapped(column);
            if (value != null) {
                Template template = value.source() == Source.TEMPLATE ? new Template(value.text()) : null;
                // The username first, as other templates may be made of it.
                places.add(
                        column.field() == RosterField.USERNAME ? 0 : places.size(), new Place(column, value, template));
            }
        }
    }

    /**
     * A row with its values.
     *
     * @param line the line, its cells cut to the header's columns if there are values for it at all
     * @param filled the names of the columns that got a value
     */
    record Filled(RosterLine line, Set<String> filled) {
        /** The problems of the row, which say so where the value is not the roster's. */
        List<Problem> explained(List<Problem> problems) {
            return filled.isEmpty()
                    ? problems
                    : problems.stream().map(this::explained).toList();
        }

        private Problem explained(Problem problem) {
            return filled.contains(problem.column()) && problem.isError()
                    ? new Problem(
                            problem.row(),
                            problem.column(),
                            problem.value(),
                            problem.code(),
                            problem.message() + ORIGIN,
                            problem.severity())
                    : problem;
        }
    }

    Filled fill(RosterLine line) {
        if (places.isEmpty() || deletion.isAskedIn(line)) {
            return new Filled(line, Set.of());
        }
        List<String> cells = new ArrayList<>(
                line.cells().subList(0, Math.min(header.size(), line.cells().size())));
        int columns = header.size() + header.added();
        while (cells.size() < columns) {
            cells.add("");
        }
        Set<String> filled = new HashSet<>();
        List<LineFinding> findings = new ArrayList<>(line.findings());
        for (Place place : places) {
            RosterColumn column = place.column();
            String value = value(place, cells);
            if (value != null) {
                cells.set(column.index(), value);
                filled.add(column.name());
                if (place.template() != null && SPELLED_PLAINLY.contains(column.field())) {
                    findings.add(made(column, value));
                }
            }
        }
        return new Filled(new RosterLine(line.number(), cells, findings), filled);
    }

    /** The value for a cell; null to leave the cell as it is. */
    private @Nullable String value(Place place, List<String> cells) {
        RosterColumn column = place.column();
        boolean silent = CellText.isBlankCell(cells.get(column.index()));
        if (!silent && place.value().source() != Source.CONSTANT) {
            return null;
        }
        if (isOfAnEnrolment(column.field()) && isUnwanted(column, cells)) {
            return null;
        }
        return place.template() == null ? place.value().text() : made(column, place.template(), cells);
    }

    /** Without its course a cell means nothing; and of a role and its old type a row names only one. */
    private boolean isUnwanted(RosterColumn column, List<String> cells) {
        RosterField same = column.field() == RosterField.ROLE
                ? RosterField.TYPE
                : column.field() == RosterField.TYPE ? RosterField.ROLE : RosterField.COURSE;
        return text(RosterField.COURSE, column.slot(), cells).isEmpty()
                || (same != RosterField.COURSE
                        && !text(same, column.slot(), cells).isEmpty());
    }

    private @Nullable String made(RosterColumn column, Template template, List<String> cells) {
        boolean plain = SPELLED_PLAINLY.contains(column.field());
        Map<RosterField, String> names = new EnumMap<>(RosterField.class);
        for (RosterField field : template.fields()) {
            String name = text(field, 0, cells);
            names.put(field, plain ? PlainSpelling.of(name) : name);
        }
        String made = template.filled(names);
        return made == null || !plain ? made : PlainSpelling.allowed(made);
    }

    private String text(RosterField field, int slot, List<String> cells) {
        RosterColumn column = header.find(field, slot);
        return column == null ? "" : CellText.cleaned(cells.get(column.index()));
    }

    private static boolean isOfAnEnrolment(RosterField field) {
        return field.numbered() && field != RosterField.COURSE && field != RosterField.COHORT;
    }

    private static LineFinding made(RosterColumn column, String value) {
        return new LineFinding(
                column.index(),
                column.field() == RosterField.USERNAME ? RowParser.USERNAME_MADE : RowParser.EMAIL_MADE,
                "The row has no %s; %s was made by the template in %s.".formatted(column.name(), value, Mapping.FILE),
                Severity.WARNING);
    }
}
