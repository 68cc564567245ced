package org.rollcall.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rollcall.roster.file.LineFinding;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.file.Severity;
import org.rollcall.roster.header.RosterColumn;
import org.rollcall.roster.header.RosterField;
import org.rollcall.roster.header.RosterHeader;
import org.rollcall.roster.text.Wording;

/** Collects what is found about one row. */
final class RowProblems {
    private final RosterHeader header;
    private final RosterLine line;
    private final List<Found> found = new ArrayList<>(0);

    RowProblems(RosterHeader header, RosterLine line) {
        this.header = header;
        this.line = line;
    }

    void error(RosterColumn column, String kind, String message) {
        add(column, column.name() + "." + kind, message, Severity.ERROR);
    }

    void error(RosterColumn column, String kind, String value, int limit) {
        error(column, kind, Sentences.of(column, kind, value, limit));
    }

    void warning(RosterColumn column, String kind, String message) {
        add(column, column.name() + "." + kind, message, Severity.WARNING);
    }

    /** What was done to a cell before anything else was made of it; one warning, however much that was. */
    void cleaned(RosterColumn column, List<String> changes) {
        warning(column, "cleaned", "The %s was cleaned: %s.".formatted(column.name(), Wording.listed(changes)));
    }

    void damagedCell(RosterColumn column, String message) {
        add(column, "cell.damaged", message, Severity.ERROR);
    }

    /** What struck the reader of the file; a cell's column is told by its place. */
    void ofFile(LineFinding finding) {
        RosterColumn column = finding.index() < 0 ? null : header.column(finding.index());
        if (column == null && finding.code().equals(LineFinding.MERGED)) {
            return;
        }
        if (column == null) {
            ofRowAlone(finding);
        } else {
            add(column, finding.code(), finding.message(), finding.severity());
        }
    }

    /** The same in a row whose cells nobody is to see. */
    void ofRowAlone(LineFinding finding) {
        found.add(new Found(
                finding.index(),
                new Problem(line.number(), "", "", finding.code(), finding.message(), finding.severity())));
    }

    /** Whether an error of this very cell is told already. */
    boolean isRefused(RosterColumn column) {
        return found.stream()
                .anyMatch(other ->
                        other.index() == column.index() && other.problem().isError());
    }

    void wholeRow(String code, String message) {
        found.add(new Found(-1, new Problem(line.number(), "", "", code, message, Severity.ERROR)));
    }

    List<Problem> inColumnOrder() {
        if (found.isEmpty()) {
            return List.of();
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::index))
                .map(Found::problem)
                .toList();
    }

    private void add(RosterColumn column, String code, String message, Severity severity) {
        boolean secret = column.field() == RosterField.PASSWORD;
        String value = secret || column.index() >= line.cells().size()
                ? ""
                : line.cells().get(column.index());
        found.add(new Found(column.index(), new Problem(line.number(), column.name(), value, code, message, severity)));
    }

    private record Found(int index, Problem problem) {}
}
