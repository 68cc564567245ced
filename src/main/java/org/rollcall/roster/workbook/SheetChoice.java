package org.rollcall.roster.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.text.Wording;

/**
 * Which sheet of a workbook is the roster: the one that was asked for, or else the first visible one with a header.
 *
 * @param index the sheet's place in the workbook, counted from 0
 * @param notes what is to be told of it and of the others, a sentence each
 */
record SheetChoice(int index, List<String> notes) {
    /** How many names of columns make a header of a row. */
    private static final int NAMES_OF_A_HEADER = 2;

    private static final int MOST_LISTED = 12;

    /**
     * One sheet.
     *
     * @param name its name as its tab has it
     * @param hidden whether people do not see it
     */
    record Sheet(String name, boolean hidden) {}

    /**
     * Chooses.
     *
     * @param file the file's name, for the sentences
     * @param sheets the sheets that have cells, as they stand in the workbook
     * @param wanted the name or, counted from 1, the number of the sheet that was asked for; null for none
     * @param mostKnown of a sheet's place, how many names of columns the best of its first rows has; is not asked where
     *     there is no choice
     * @throws RosterException if there is no such sheet, or none with a header
     */
    static SheetChoice among(String file, List<Sheet> sheets, @Nullable String wanted, IntUnaryOperator mostKnown) {
        if (sheets.isEmpty()) {
            throw new RosterException("%s is not a roster: it has no sheet.".formatted(file));
        }
        if (wanted != null && !wanted.isBlank()) {
            return wanted(file, sheets, wanted.strip());
        }
        if (sheets.size() == 1 && !sheets.get(0).hidden()) {
            return new SheetChoice(0, List.of());
        }
        IntPredicate hasHeader = place -> mostKnown.applyAsInt(place) >= NAMES_OF_A_HEADER;
        int[] visible = places(sheets, false);
        int first = Arrays.stream(visible).filter(hasHeader).findFirst().orElse(-1);
        if (first < 0) {
            requireNoHiddenHeader(file, sheets, hasHeader);
            if (visible.length != 1) {
                throw new RosterException(
                        "%s is not a roster: none of its sheets (%s) has the names of columns in its first %d rows."
                                .formatted(file, listed(sheets), RosterLimits.LAST_HEADER_ROW));
            }
            first = visible[0];
        }
        return new SheetChoice(first, notes(sheets, first));
    }

    private static void requireNoHiddenHeader(String file, List<Sheet> sheets, IntPredicate hasHeader) {
        Arrays.stream(places(sheets, true)).filter(hasHeader).findFirst().ifPresent(place -> {
            throw new RosterException(
                    "%s has a header only on the sheet %s, which is hidden: show that sheet, or name it with --sheet."
                            .formatted(file, quoted(sheets.get(place))));
        });
    }

    private static SheetChoice wanted(String file, List<Sheet> sheets, String wanted) {
        int place = IntStream.range(0, sheets.size())
                .filter(index -> folded(sheets.get(index).name()).equals(folded(wanted)))
                .findFirst()
                .orElseGet(() -> numbered(sheets.size(), wanted));
        if (place < 0) {
            throw new RosterException(
                    "%s has no sheet “%s”; it has %s.".formatted(file, Wording.shortened(wanted), listed(sheets)));
        }
        Sheet sheet = sheets.get(place);
        return new SheetChoice(
                place, sheet.hidden() ? List.of("The sheet %s is hidden.".formatted(quoted(sheet))) : List.of());
    }

    private static int numbered(int sheets, String wanted) {
        boolean number = wanted.length() <= 4 && wanted.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        int place = number ? Integer.parseInt(wanted) : 0;
        return place <= sheets ? place - 1 : -1;
    }

    private static List<String> notes(List<Sheet> sheets, int read) {
        List<String> notes = new ArrayList<>();
        List<Sheet> others = new ArrayList<>(sheets);
        Sheet chosen = others.remove(read);
        List<Sheet> hidden = others.stream().filter(Sheet::hidden).toList();
        others.removeAll(hidden);
        if (!others.isEmpty()) {
            notes.add("The workbook has %d sheets; %s was read, %s not."
                    .formatted(
                            sheets.size(), quoted(chosen), listed(others) + (others.size() == 1 ? " was" : " were")));
        }
        if (!hidden.isEmpty()) {
            notes.add("Hidden sheets were passed over: %s.".formatted(listed(hidden)));
        }
        return notes;
    }

    private static int[] places(List<Sheet> sheets, boolean hidden) {
        return IntStream.range(0, sheets.size())
                .filter(place -> sheets.get(place).hidden() == hidden)
                .toArray();
    }

    private static String listed(List<Sheet> sheets) {
        List<String> names = new ArrayList<>(
                sheets.stream().limit(MOST_LISTED).map(SheetChoice::quoted).toList());
        if (sheets.size() > MOST_LISTED) {
            names.add("%d more".formatted(sheets.size() - MOST_LISTED));
        }
        return Wording.listed(names);
    }

    private static String quoted(Sheet sheet) {
        return "“%s”".formatted(Wording.shortened(sheet.name()));
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
