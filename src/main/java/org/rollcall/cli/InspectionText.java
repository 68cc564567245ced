package org.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.rollcall.inspect.Inspection;
import org.rollcall.inspect.ProblemKind;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.file.Severity;
import org.rollcall.roster.header.MappedValue;
import org.rollcall.roster.header.RosterColumn;
import org.rollcall.roster.header.RosterField;
import org.rollcall.roster.header.RosterHeader;

/** What was seen in a roster, on the terminal. Passwords are not shown. */
final class InspectionText {

    private static final String HIDDEN = "(hidden)";
    private static final int WIDEST_CELL = 24;

    private final PrintWriter out;

    InspectionText(PrintWriter out) {
        this.out = out;
    }

    void print(Path roster, Inspection inspection) {
        line("File", "%s", roster.getFileName());
        line("Format", "%s", inspection.details().description());
        line(
                "Header",
                "row %,d, %,d columns",
                inspection.header().row(),
                inspection.header().size());
        inspection.details().notes().forEach(note -> line("Note", "%s", note));
        inspection.header().mapping().values().forEach(value -> line("Mapping", "%s", mapped(value)));
        out.println();
        columns(inspection);
        out.println();
        line("Rows", "%,d read, %s", inspection.rows(), rejected(inspection));
        if (inspection.merged() > 0) {
            line("People", "%,d rows repeat an earlier row's person and are merged with it", inspection.merged());
        }
        problems(inspection.problems());
        out.flush();
    }

    /** One line a column: the sheet's rows are this table's columns, as a roster is wider than a terminal. */
    private void columns(Inspection inspection) {
        RosterHeader header = inspection.header();
        List<String> titles = new ArrayList<>(List.of("", "Column", "Read as"));
        inspection.firstRows().forEach(row -> titles.add("Row " + row.number()));
        TextTable table = new TextTable(titles, WIDEST_CELL);
        for (int index = 0; index < header.size(); index++) {
            RosterColumn column = header.column(index);
            List<String> cells = new ArrayList<>();
            cells.add(CellReference.convertNumToColString(index));
            cells.add(header.names().get(index));
            cells.add(meaning(column, header.names().get(index)));
            for (RosterLine row : inspection.firstRows()) {
                boolean secret = header.holdsPasswords(index) || (header.holdsPasswords() && !header.fits(row.cells()));
                cells.add(shown(row, index, secret));
            }
            table.add(cells);
        }
        table.print(out);
    }

    private static String mapped(MappedValue value) {
        String text = value.column().field() == RosterField.PASSWORD ? HIDDEN : value.text();
        return switch (value.source()) {
            case CONSTANT -> "%s is %s in every row".formatted(value.column().name(), text);
            case DEFAULT ->
                "%s is %s where the roster has none".formatted(value.column().name(), text);
            case TEMPLATE ->
                "%s is made as %s where the roster has none"
                        .formatted(value.column().name(), text);
        };
    }

    private static String meaning(@Nullable RosterColumn column, String name) {
        if (column != null) {
            return column.name();
        }
        return name.strip().toLowerCase(Locale.ROOT).startsWith(RosterHeader.REJECT_PREFIX)
                ? "(reject report)"
                : "(ignored)";
    }

    private static String shown(RosterLine row, int index, boolean secret) {
        String cell = index < row.cells().size() ? row.cells().get(index) : "";
        return secret && !cell.isEmpty() ? HIDDEN : cell;
    }

    private static String rejected(Inspection inspection) {
        if (inspection.rows() == 0) {
            return "nothing to do";
        }
        return inspection.faulty() == 0
                ? "none would be rejected"
                : String.format(Locale.ROOT, "%,d would be rejected", inspection.faulty());
    }

    private void problems(List<ProblemKind> kinds) {
        if (kinds.isEmpty()) {
            return;
        }
        out.println();
        TextTable table = new TextTable(List.of("Count", "", "Problem", "The first of them"), Integer.MAX_VALUE);
        for (ProblemKind kind : kinds) {
            Problem first = kind.first();
            table.add(List.of(
                    String.format(Locale.ROOT, "%,d", kind.count()),
                    first.severity() == Severity.ERROR ? "error" : "warning",
                    first.code(),
                    "row %d: %s".formatted(first.row(), first.message())));
        }
        table.print(out);
    }

    private void line(String label, String format, Object... values) {
        out.printf("%-8s %s%n", label, TextTable.printable(String.format(Locale.ROOT, format, values)));
    }
}
