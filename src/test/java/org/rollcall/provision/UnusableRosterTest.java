package org.rollcall.provision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;

/** Files that are no roster, and rosters with something odd about them. */
@DisplayName("A file")
class UnusableRosterTest {

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(home);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private void assertRefused(Path file, String... parts) {
        SiteCalls calls = new SiteCalls(installation.sandbox());
        Ending ending = installation.command("provision", file.toString());
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(2);
        assertThat(ending.err().lines())
                .as(ending.toString())
                .singleElement()
                .asString()
                .contains(parts)
                .doesNotContain("Exception", "\tat ");
        assertThat(calls.writing()).isEmpty();
        assertThat(Files.exists(home.resolve("reports"))).isFalse();
    }

    @Nested
    @DisplayName("that is no roster is refused in one sentence")
    class NoRoster {

        @Test
        @DisplayName("when it is not there")
        void missing() {
            assertRefused(home.resolve("nowhere.csv"), "There is no file", "nowhere.csv");
        }

        @Test
        @DisplayName("when it is a folder")
        void folder() {
            assertRefused(home.resolve("config"), "config is a folder, not a roster file.");
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                nullValues = "-",
                emptyValue = "",
                value = {
                    "empty                  | ''                                                   | roster.csv",
                    "only blank lines       | '~~~'                                                | roster.csv",
                    "no header              | 'p01,First,Last,p01@example.org~p02,F,L,p02@e.org'  | has no header: row 1",
                    "a required column gone | 'username,firstname,email~p01,F,p01@example.org'     | lacks the column lastname",
                    "a required one misspelt| 'username,firstname,lastnam,email~p01,F,L,p@e.org'   | perhaps \"lastnam\" should be \"lastname\"",
                    "a column twice         | 'username,firstname,lastname,email,Email~p01,F,L,a@e.org,b@e.org' | the column email twice",
                })
        @DisplayName("when it has no rows or no header")
        void text(String what, String text, String sentence) throws IOException {
            assertRefused(Files.writeString(home.resolve("roster.csv"), text.replace('~', '\n')), sentence);
        }

        @Test
        @DisplayName("when it is a workbook that has lost its end")
        void truncatedWorkbook() throws IOException {
            byte[] whole = Files.readAllBytes(Path.of("samples/roster.xlsx"));
            Path half = Files.write(home.resolve("half.xlsx"), Arrays.copyOf(whole, whole.length / 2));
            assertRefused(half, "half.xlsx");
        }

        @Test
        @DisplayName("when it is random bytes, by whatever name")
        void randomBytes() throws IOException {
            byte[] bytes = new byte[20_000];
            new Random(1).nextBytes(bytes);
            assertRefused(Files.write(home.resolve("noise.csv"), bytes), "noise.csv");
            assertRefused(Files.write(home.resolve("noise.xlsx"), bytes), "noise.xlsx");
        }

        @Test
        @DisplayName("and shows a trace only when asked for one")
        void debug() {
            Ending ending = installation.command(
                    "--debug", "provision", home.resolve("nowhere.csv").toString());
            assertThat(ending.exitCode()).isEqualTo(2);
            assertThat(ending.err()).startsWith("There is no file").contains("\tat ");
        }
    }

    @Nested
    @DisplayName("with bytes that are no text behind a thousand good rows")
    class NoText {

        private static final int ROWS = 1200;

        private List<String> lines() {
            List<String> lines = new ArrayList<>(People.roster(ROWS, "city", "Oslo"));
            lines.set(1150, People.cells(1150) + ",Os\0lo");
            return lines;
        }

        private long rowsKept() throws SQLException {
            String state = "jdbc:h2:file:" + home.resolve("var/state/rollcall");
            try (Connection connection = DriverManager.getConnection(state, "rollcall", "");
                    Statement statement = connection.createStatement();
                    ResultSet count = statement.executeQuery(
                            "SELECT (SELECT COUNT(*) FROM roster_row) + (SELECT COUNT(*) FROM row_content)"
                                    + " + (SELECT COUNT(*) FROM row_password)"
                                    + " + (SELECT COUNT(*) FROM membership) + (SELECT COUNT(*) FROM problem)")) {
                assertThat(count.next()).isTrue();
                return count.getLong(1);
            }
        }

        @Test
        @DisplayName("is refused with the row's number, nothing of it is kept, and mended it begins a run of its own")
        void nothingKept() throws Exception {
            Path roster = installation.roster("roster.csv", lines());
            assertRefused(roster, "roster.csv is not a roster: it holds bytes that are no text near row 1151");
            assertThat(rowsKept()).isZero();
            assertRefused(roster, "roster.csv is not a roster");
            List<String> mended = lines();
            mended.set(1150, People.cells(1150) + ",Oslo");
            Ending ending = installation.command(
                    "provision", installation.roster("roster.csv", mended).toString(), "--batch-size", "150");
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(ending.out()).startsWith("Run ").contains("Users           1,200 created, 0 existing\n");
        }
    }

    @Nested
    @DisplayName("with something odd about it")
    class Odd {

        @Test
        @DisplayName(
                "such as a column that Rollcall does not know is used, and says so on the terminal and in problems.csv")
        void unknownColumn() throws IOException {
            Path roster = installation.roster("roster.csv", People.roster(2, "countri,shoe size", "NO,43"));
            Ending ending = installation.command("provision", roster.toString());
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(ending.out())
                    .contains("  Note: \"countri\" is not a column that Rollcall knows; did you mean \"country\"?\n")
                    .contains("  Note: \"shoe size\" is not a column that Rollcall knows; it is ignored.\n");
            assertThat(installation.csv(ending.run(), "problems.csv").stream().skip(1))
                    .extracting(problem -> List.of(problem.get(0), problem.get(1), problem.get(2), problem.get(4)))
                    .containsExactly(
                            List.of("1", "warning", "countri", "column.unknown"),
                            List.of("1", "warning", "shoe size", "column.unknown"));
        }

        @Test
        @DisplayName("such as ragged rows gives those back whole, and the rest goes on")
        void ragged() throws IOException {
            Path roster = installation.roster(
                    "roster.csv",
                    List.of(
                            People.COLUMNS + ",cohort1",
                            People.cells(1) + ",STAFF-2026",
                            People.cells(2),
                            People.cells(3) + ",STAFF-2026,surplus,more",
                            People.cells(4) + ",STAFF-2026"));
            Ending ending = installation.command("provision", roster.toString());
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
            assertThat(installation.sandbox().state().cohortMembers("STAFF-2026"))
                    .containsExactlyInAnyOrder("p01", "p04");
            CsvFile rejects = CsvFile.open(installation.report(ending.run(), "rejects.csv"));
            assertThat(rejects.column("reject_row")).containsExactly("3", "4");
            assertThat(rejects.column("reject_codes")).containsOnly("row.ragged");
            assertThat(rejects.rows().get(1)).endsWith("surplus", "more");
        }

        @Test
        @DisplayName("such as passwords in the columns of others in ragged rows leaves those out of the problems")
        void raggedWithPasswords() throws IOException {
            Path roster = installation.roster(
                    "roster.csv",
                    List.of(
                            "username,firstname,lastname,password,email",
                            "ada,Ada, Jr,Lovelace,Secret-1,ada@example.org",
                            "eve,Eve,Secret-2,eve@example.org",
                            "bob,Bob, Jr,Brown,Secret-1,bob@example.org"));
            Ending ending = installation.command("provision", roster.toString());
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
            assertThat(ending.out() + ending.err()).doesNotContainIgnoringCase("secret");
            assertThat(Files.readString(installation.report(ending.run(), "problems.csv")))
                    .doesNotContainIgnoringCase("secret");
            assertThat(CsvFile.open(installation.report(ending.run(), "rejects.csv"))
                            .rows())
                    .satisfiesExactly(
                            row -> assertThat(row).startsWith("ada", "Ada", " Jr", "Lovelace", "Secret-1"),
                            row -> assertThat(row).startsWith("eve", "Eve", "Secret-2", "eve@example.org"),
                            row -> assertThat(row).startsWith("bob", "Bob", " Jr", "Brown", "Secret-1"));
        }

        @Test
        @DisplayName(
                "such as Excel's byte order mark, semicolons, capitals and blanks in the header is read all the same")
        void excelsCsv() throws IOException {
            Path roster = Files.write(
                    home.resolve("Zoë's roster.csv"),
                    "\uFEFF Username ;FIRSTNAME;LastName;email;Password;cohort1\r\nzoe;Zoë;Ö;zoe@example.org;Passw0rd-1;STAFF-2026\r\n"
                            .getBytes(UTF_8));
            Ending ending = installation.command("provision", roster.toString());
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(ending.out()).contains("Zoë's roster.csv");
            assertThat(installation.sandbox().state().userField("zoe", "firstname"))
                    .isEqualTo("Zoë");
            assertThat(installation.sandbox().state().cohortMembers("STAFF-2026"))
                    .containsExactly("zoe");
        }
    }
}
