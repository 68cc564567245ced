package org.rollcall.roster.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.text.Wording;

/** What a sheet says of its columns above its rows, and of merged cells, most often below them. */
final class SheetLayout {
    /** The element of merged cells in Office Open XML. */
    static final String MERGED = "mergeCell";

    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})(\\d{1,9}):([A-Z]{1,3})(\\d{1,9})");
    private static final int MOST_RANGES = 10_000;
    private static final int MOST_LISTED = 12;

    private final List<int[]> hidden = new ArrayList<>();
    private final MergedCells merged = new MergedCells();

    /** Takes in the element that begins here, if it is of columns. */
    void takeColumns(SheetXml xml) throws XMLStreamException {
        if (xml.begins("col") && xml.flag("hidden")) {
            int first = xml.attribute("min", 1);
            hide(first, xml.attribute("max", first));
        }
    }

    /** Takes in the element that begins here, if it is of merged cells. */
    void takeMerged(SheetXml xml) {
        if (xml.begins(MERGED)) {
            Matcher range = RANGE.matcher(Objects.requireNonNullElse(xml.attribute("ref"), ""));
            if (range.matches()) {
                int first = Integer.parseInt(range.group(2));
                int last = Integer.parseInt(range.group(4));
                merged.add(first, last, CellStart.column(range.group(1)), CellStart.column(range.group(3)));
            }
        }
    }

    /** Takes in hidden columns, counted from 1. */
    void hide(int first, int last) {
        if (hidden.size() < MOST_RANGES) {
            hidden.add(new int[] {first, last});
        }
    }

    /** The cells that are merged over several rows. */
    MergedCells merged() {
        return merged;
    }

    /** The letters of the hidden columns among the first ones, as in "column B is" or "columns B and C are"; null for none. */
    @Nullable
    String hiddenColumns(int width) {
        List<String> letters = new ArrayList<>();
        for (int column = 1; column <= width; column++) {
            if (isHidden(column)) {
                letters.add(CellStart.letters(column - 1));
            }
        }
        if (letters.size() > MOST_LISTED) {
            int more = letters.size() - MOST_LISTED;
            letters.subList(MOST_LISTED, letters.size()).clear();
            letters.add(more + " more");
        }
        return letters.isEmpty()
                ? null
                : (letters.size() == 1 ? "column %s is" : "columns %s are").formatted(Wording.listed(letters));
    }

    private boolean isHidden(int column) {
        for (int[] range : hidden) {
            if (column >= range[0] && column <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
