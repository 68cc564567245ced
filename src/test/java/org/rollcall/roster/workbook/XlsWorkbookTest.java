package org.rollcall.roster.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rollcall.roster.workbook.BiffFile.joined;
import static org.rollcall.roster.workbook.BiffFile.shorts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.roster.file.FileFormat;
import org.rollcall.roster.file.FileOptions;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;

/** What LibreOffice writes is read in the corpus; here is what other programs write, and what nobody should. */
class XlsWorkbookTest {
    private static final RosterLimits LIMITS = new RosterLimits(1 << 20, 100_000, 100, 150);

    @TempDir
    private Path folder;

    @Nested
    class Cells {
        @Test
        void ofAllKindsAreShownAsTheirSheetDoes() throws IOException {
            BiffFile file = BiffFile.withSheet()
                    .record(0xD6, joined(shorts(1, 0, 0, 3), new byte[] {0}, "ann".getBytes(StandardCharsets.US_ASCII)))
                    .record(0x27E, shorts(1, 1, 0, (7 << 2) + 2, 0))
                    .record(0xBD, shorts(1, 2, 0, (8 << 2) + 2, 0, 0, (9 << 2) + 3, 0, 3))
                    .record(0x205, joined(shorts(1, 4, 0), new byte[] {1, 0}))
                    .record(0x205, joined(shorts(1, 5, 0), new byte[] {0x2A, 1}));

            assertThat(lines(file.end()).get(1).cells()).containsExactly("ann", "7", "8", "0.09", "TRUE", "#N/A");
        }

        @Test
        void ofFormulasShowWhatTheFormulaCameTo() throws IOException {
            BiffFile file = BiffFile.withSheet()
                    .formula(1, 0, 0, 0, 0, 0xFFFF)
                    .record(0x4BC, new byte[10])
                    .record(0x207, joined(shorts(3), new byte[] {0}, "ann".getBytes(StandardCharsets.US_ASCII)))
                    .formula(1, 1, 0, 0, 0, 0x4045)
                    .formula(1, 2, 1, 1, 0, 0xFFFF)
                    .formula(1, 3, 2, 0x17, 0, 0xFFFF)
                    .formula(1, 4, 3, 0, 0, 0xFFFF)
                    .text(1, 5, "x");

            assertThat(lines(file.end()).get(1).cells()).containsExactly("ann", "42", "TRUE", "#REF!", "", "x");
        }

        @Test
        void mayShareTextsThatGoOnInTheNextRecordInOtherLetters() throws IOException {
            byte[] begun = joined(
                    shorts(2, 0, 2, 0, 5),
                    new byte[] {0x0C},
                    shorts(1, 4, 0),
                    "Zo".getBytes(StandardCharsets.US_ASCII));
            byte[] rest = joined(
                    new byte[] {1},
                    "ëži".getBytes(StandardCharsets.UTF_16LE),
                    new byte[8],
                    shorts(2),
                    new byte[] {0},
                    "an".getBytes(StandardCharsets.US_ASCII));
            BiffFile file = new BiffFile()
                    .sheet("Students", 0, 0)
                    .record(0xFC, begun)
                    .record(0x3C, rest)
                    .end()
                    .beginSheet()
                    .record(0xFD, shorts(0, 0, 0, 1, 0))
                    .record(0xFD, shorts(0, 1, 0, 0, 0));

            assertThat(lines(file.end()).get(0).cells()).containsExactly("an", "Zoëži");
        }

        @Test
        void ofChartsWithinASheetAreNoneOfTheSheet() throws IOException {
            BiffFile file = BiffFile.withSheet()
                    .record(0x809, shorts(0x600, 0x20, 0, 0))
                    .text(9, 0, "of the chart")
                    .end()
                    .text(1, 0, "ann");

            assertThat(lines(file.end())).hasSize(2);
        }
    }

    @Nested
    class Damage {
        @Test
        void isTextThatAFormulaLacks() throws IOException {
            refused(
                    BiffFile.withSheet()
                            .formula(1, 0, 0, 0, 0, 0xFFFF)
                            .text(1, 1, "x")
                            .end(),
                    "roster.xls is damaged near row 1");
        }

        @Test
        void isARowAboveTheOneBeforeIt() throws IOException {
            refused(
                    BiffFile.withSheet().text(5, 0, "ann").text(3, 0, "bob").end(),
                    "Row 4 of sheet “Students” in roster.xls stands behind row 6");
        }

        @Test
        void isACellThatIsThereTwice() throws IOException {
            refused(
                    BiffFile.withSheet().text(1, 0, "a").text(1, 0, "b").end(),
                    "Row 2 of sheet “Students” in roster.xls has two cells in column A.");
        }

        @Test
        void isASharedTextThatIsMissing() throws IOException {
            refused(
                    BiffFile.withSheet().record(0xFD, shorts(1, 0, 0, 7, 0)).end(),
                    "is damaged near row 1 of sheet “Students”");
        }

        @Test
        void isASheetWithoutAnEnd() throws IOException {
            refused(BiffFile.withSheet().text(1, 0, "ann"), "is damaged near row 2 of sheet “Students”");
        }

        @Test
        void isASheetThatBeginsNowhere() throws IOException {
            refused(new BiffFile().sheet("Students", 0, 0).end(), "roster.xls is damaged: open it in Excel");
        }

        @Test
        void isACountOfSharedTextsThatAreNotThere() throws IOException {
            BiffFile file = new BiffFile()
                    .sheet("Students", 0, 0)
                    .record(0xFC, shorts(0, 0, 0xFFFF, 0x7FFF))
                    .end()
                    .beginSheet()
                    .text(0, 0, "username");

            assertThat(lines(file.end())).hasSize(1);
        }
    }

    @Nested
    class Limits {
        @Test
        void holdForCellsAndRows() throws IOException {
            refused(
                    BiffFile.withSheet().text(1, 1, "x".repeat(101)).end(),
                    "Row 2 of sheet “Students” in roster.xls has a cell of more than 100 characters in column B.");
            refused(
                    BiffFile.withSheet()
                            .text(1, 0, "x".repeat(90))
                            .text(1, 1, "y".repeat(90))
                            .end(),
                    "has more than 150 characters.");
        }

        @Test
        void holdForSheets() throws IOException {
            BiffFile file = new BiffFile();
            for (int i = 0; i < 256; i++) {
                file.sheet("Sheet" + i, 0, 0);
            }
            refused(file.end(), "roster.xls has more than 255 sheets");
        }

        @Test
        void leaveNoRoomForMacros() throws IOException {
            refused(new BiffFile().sheet("Macro1", 2, 1).end(), "roster.xls holds macros: save it as .xlsx.");
        }
    }

    private List<RosterLine> lines(BiffFile file) throws IOException {
        try (WorkbookLines lines =
                WorkbookLines.open(FileFormat.XLS, file.in(folder), LIMITS, FileOptions.none(), List::size)) {
            List<RosterLine> all = new ArrayList<>();
            for (RosterLine line = lines.next(); line != null; line = lines.next()) {
                all.add(line);
            }
            return all;
        }
    }

    private void refused(BiffFile file, String sentence) {
        assertThatExceptionOfType(RosterException.class)
                .isThrownBy(() -> lines(file))
                .withMessageContaining(sentence);
    }
}
