package org.rollcall.roster.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.workbook.SheetChoice.Sheet;

/** Sheets are written as {@code Name:4}, where 4 names of columns are known; a hidden one as {@code (Name:4)}. */
class SheetChoiceTest {
    private static final Pattern SHEET = Pattern.compile("(\\(?)([^:()]+):(\\d)\\)? ?");

    @Nested
    class WhereNothingIsFixed {
        @ParameterizedTest
        @CsvSource({
            "Students:4,                     0",
            "Students:0,                     0",
            "Read me:0 Students:4,           1",
            "Students:4 Staff:4,             0",
            "Read me:1 Students:2,           1",
            "(Old:4) Students:4,             1",
            "(Old:0) Students:0,             1",
            "Read me:0 (Old:4) Students:4,   2"
        })
        void theFirstVisibleSheetWithAHeaderIsRead(String sheets, int expected) {
            assertThat(choice(sheets, null).index()).isEqualTo(expected);
        }

        @Test
        void nothingIsSaidOfTheOnlySheet() {
            assertThat(choice("Students:4", null).notes()).isEmpty();
        }

        @Test
        void theOthersAreTold() {
            assertThat(choice("Notes:0 Students:4 (Old:4) (Lists:0) Staff:4", null)
                            .notes())
                    .containsExactly(
                            "The workbook has 5 sheets; “Students” was read, “Notes” and “Staff” were not.",
                            "Hidden sheets were passed over: “Old” and “Lists”.");
        }

        @Test
        void aWorkbookWithoutAHeaderIsRefused() {
            refused("Notes:0 Staff:1", null, "none of its sheets (“Notes” and “Staff”) has the names of columns");
        }

        @Test
        void aHeaderThatIsHiddenIsNotTakenByItself() {
            refused("Notes:0 (Staff:4)", null, "has a header only on the sheet “Staff”, which is hidden");
        }

        @Test
        void manySheetsAreNotAllListed() {
            refused("A:0 B:0 C:0 D:0 E:0 F:0 G:0 H:0 I:0 J:0 K:0 L:0 M:0 N:0", null, "“L” and 2 more)");
        }

        @Test
        void aWorkbookWithoutSheetsIsRefused() {
            assertThatExceptionOfType(RosterException.class)
                    .isThrownBy(() -> SheetChoice.among("x.xls", List.of(), null, place -> 0))
                    .withMessage("x.xls is not a roster: it has no sheet.");
        }
    }

    @Nested
    class WhereASheetIsNamed {
        @ParameterizedTest
        @CsvSource({"Staff, 1", "' staff ', 1", "STUDENTS, 0", "1, 0", "2, 1", "Old, 2", "' ', 0"})
        void itIsReadHeaderOrNot(String wanted, int expected) {
            assertThat(choice("Students:4 Staff:0 (Old:0)", wanted).index()).isEqualTo(expected);
        }

        @Test
        void itsNameComesBeforeItsNumber() {
            assertThat(choice("Students:4 1:0", "1").index()).isEqualTo(1);
        }

        @Test
        void aHiddenOneIsReadAndTold() {
            assertThat(choice("Students:4 (Old:4)", "old").notes()).containsExactly("The sheet “Old” is hidden.");
        }

        @ParameterizedTest
        @CsvSource({"Teachers", "0", "3", "00000", "99999999999"})
        void oneThatIsNotThereIsRefused(String wanted) {
            refused(
                    "Students:4 Staff:4",
                    wanted,
                    "x.xls has no sheet “" + wanted + "”; it has “Students” and “Staff”.");
        }
    }

    private static void refused(String sheets, @Nullable String wanted, String sentence) {
        assertThatExceptionOfType(RosterException.class)
                .isThrownBy(() -> choice(sheets, wanted))
                .withMessageContaining(sentence);
    }

    private static SheetChoice choice(String written, @Nullable String wanted) {
        List<Integer> known = new ArrayList<>();
        List<Sheet> sheets = new ArrayList<>();
        Matcher each = SHEET.matcher(written);
        while (each.find()) {
            sheets.add(new Sheet(each.group(2), !each.group(1).isEmpty()));
            known.add(Integer.parseInt(each.group(3)));
        }
        return SheetChoice.among("x.xls", sheets, wanted, known::get);
    }
}
