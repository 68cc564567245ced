package org.rollcall.roster;

import org.jspecify.annotations.Nullable;

/** Reads a reject report: takes back what was done to its cells so that no spreadsheet would run them. */
final class RestoringReader implements RosterReader {
    private final RosterReader report;

    RestoringReader(RosterReader report) {
        this.report = report;
    }

    @Override
    public RosterHeader header() {
        return report.header();
    }

    @Override
    public @Nullable RosterLine next() {
        RosterLine line = report.next();
        return line == null
                ? null
                : new RosterLine(
                        line.number(),
                        line.cells().stream().map(FormulaGuard::restore).toList());
    }

    @Override
    public void close() {
        report.close();
    }
}
