package org.rollcall.roster.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.LineFinding;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.file.Severity;
import org.rollcall.roster.text.CellText;

/**
 * The merged cells of a sheet. A file stores their value in the first of the rows; that it is meant for the others is
 * likely, but nothing that the file says, so there the cell is an error. Where cells of one row are merged, the value is
 * that of the first, with a warning.
 */
final class MergedCells {
    static final int MOST = 100_000;

    private final List<Merge> waiting = new ArrayList<>();
    private @Nullable Merge[] inColumns = new Merge[0];
    private boolean sorted = true;
    private boolean tooMany;
    private int begun;
    private int lastRow;

    /** Takes in merged cells, whose rows are counted from 1 and their columns from 0. */
    void add(int firstRow, int lastOfRows, int firstColumn, int lastColumn) {
        if (firstRow > lastOfRows || (firstRow == lastOfRows && firstColumn >= lastColumn)) {
            return;
        }
        if (waiting.size() - begun == MOST) {
            tooMany = true;
            return;
        }
        waiting.add(new Merge(firstRow, lastOfRows, firstColumn, lastColumn));
        sorted = false;
    }

    /** Whether there are more than anybody makes by hand, so that not all of them are known. */
    boolean areTooMany() {
        return tooMany;
    }

    /**
     * Goes on to a line of the sheet, and gives it back with what is to be said of its cells.
     *
     * @param header the row of the header; what begins in it or above is a name
     * @param width how many columns may be of interest
     */
    RosterLine seenIn(RosterLine line, int header, int width) {
        if (waiting.isEmpty() && lastRow == 0) {
            return line;
        }
        List<LineFinding> findings = findings(line.number());
        begin(line, header, width, findings);
        if (findings.isEmpty()) {
            return line;
        }
        findings.addAll(0, line.findings());
        return new RosterLine(line.number(), line.cells(), findings);
    }

    private List<LineFinding> findings(int row) {
        List<LineFinding> findings = new ArrayList<>();
        if (row <= lastRow) {
            for (int column = 0; column < inColumns.length; column++) {
                Merge merge = inColumns[column];
                if (merge != null && row <= merge.lastRow) {
                    findings.add(merge.finding(column));
                }
            }
        }
        return findings;
    }

    /** A merge whose first row is passed over is an empty one. */
    private void begin(RosterLine line, int header, int width, List<LineFinding> findings) {
        if (!sorted) {
            waiting.subList(0, begun).clear();
            begun = 0;
            waiting.sort(Comparator.comparingInt(Merge::firstRow));
            sorted = true;
        }
        for (; begun < waiting.size() && waiting.get(begun).firstRow <= line.number(); begun++) {
            Merge merge = waiting.get(begun);
            if (merge.firstRow == line.number() && merge.firstRow > header && merge.hasValue(line)) {
                if (merge.lastRow > merge.firstRow) {
                    hold(merge, width);
                } else if (merge.firstColumn < width) {
                    findings.add(merge.acrossColumns());
                }
            }
        }
    }

    private void hold(Merge merge, int width) {
        if (inColumns.length == 0) {
            inColumns = new Merge[width];
        }
        for (int column = merge.firstColumn; column <= merge.lastColumn && column < inColumns.length; column++) {
            inColumns[column] = merge;
        }
        lastRow = Math.max(lastRow, merge.lastRow);
    }

    private record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        boolean hasValue(RosterLine line) {
            return firstColumn < line.cells().size()
                    && !CellText.isBlankCell(line.cells().get(firstColumn));
        }

        LineFinding finding(int column) {
            return new LineFinding(
                    column,
                    LineFinding.MERGED,
                    "The cells %s are merged, and only row %d has their value: take them apart and fill in each row."
                            .formatted(name(), firstRow),
                    Severity.ERROR);
        }

        LineFinding acrossColumns() {
            return new LineFinding(
                    firstColumn,
                    LineFinding.MERGED,
                    "The cells %s are merged; their value was taken for that of column %s alone."
                            .formatted(name(), CellStart.letters(firstColumn)),
                    Severity.WARNING);
        }

        private String name() {
            return "%s%d:%s%d"
                    .formatted(CellStart.letters(firstColumn), firstRow, CellStart.letters(lastColumn), lastRow);
        }
    }
}
