package org.rollcall.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is found about one row. */
final class RowProblems {
    private final RosterLine line;
    private final List<Found> found = new ArrayList<>(0);

    RowProblems(RosterLine line) {
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

    void damagedCell(RosterColumn column, String message) {
        add(column, "cell.damaged", message, Severity.ERROR);
    }

    void wholeRow(String code, String message) {
        found.add(new Found(-1, new Problem(line.number(), "", "", code, message, Severity.ERROR)));
    }

    List<Problem> inColumnOrder() {
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
