package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;

/** Every password of the roster begins with the same word, so that none of them escapes the search. */
@DisplayName("A password of the roster")
class PasswordsInReportsTest {

    private static final String WORD = "Xyzzy";

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

    /** Rows that are done, rejected whole, in part, and for cells that stand in wrong columns. */
    private Path roster() throws IOException {
        return installation.roster(
                "roster.csv",
                List.of(
                        People.COLUMNS + ",cohort1,course1",
                        People.cells(1, WORD + "-good-1") + ",STUDENTS-2026,ENG101",
                        People.cells(2, WORD + "-whole-2").replace("@", " at ") + ",STUDENTS-2026,ENG101",
                        People.cells(3, WORD + "-part-3") + ",STUDENTS-2026,NOSUCH",
                        "p05,First5,Last5, the Younger,p05@example.org," + WORD + "-ragged-5,STUDENTS-2026,ENG101"));
    }

    private List<String> filesWithPasswords(String run) throws IOException {
        TreeSet<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(installation.report(run, ""))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (holdsTheWord(Files.readAllBytes(file))) {
                    found.add(String.valueOf(file.getFileName()));
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean holdsTheWord(byte[] bytes) throws IOException {
        if (new String(bytes, StandardCharsets.UTF_8).contains(WORD)) {
            return true;
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (new String(zip.readAllBytes(), StandardCharsets.UTF_8).contains(WORD)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    @DisplayName("stands in no report but in the reject files, in the very column that the roster has it in")
    void inItsColumn() throws IOException {
        for (String command : List.of("plan", "provision")) {
            Ending run = installation.command(command, roster().toString());
            assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
            assertThat(filesWithPasswords(run.run())).containsExactly("rejects.csv", "rejects.xlsx");
            assertThat(run.out() + run.err()).doesNotContain(WORD);

            CsvFile rejects = CsvFile.open(installation.report(run.run(), "rejects.csv"));
            assertThat(rejects.column("reject_row")).containsExactly("3", "4", "5");
            assertThat(rejects.column("password").subList(0, 2)).containsExactly(WORD + "-whole-2", "");
            for (int row = 0; row < 2; row++) {
                rejects.put(row, "password", "");
                assertThat(rejects.rows().get(row)).noneMatch(cell -> cell.contains(WORD));
            }
        }
    }

    @Test
    @DisplayName("stands in no report at all if the settings want it so")
    void nowhere() throws IOException {
        installation.settings("rejects:\n  include-passwords: false");
        for (String command : List.of("plan", "provision")) {
            Ending run = installation.command(command, roster().toString());
            assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
            assertThat(filesWithPasswords(run.run())).isEmpty();

            CsvFile rejects = CsvFile.open(installation.report(run.run(), "rejects.csv"));
            assertThat(rejects.column("reject_row")).containsExactly("3", "4", "5");
            assertThat(rejects.column("username")).containsExactly("p02", "p03", "");
            try (XlsxFile workbook = XlsxFile.open(installation.report(run.run(), "rejects.xlsx"))) {
                assertThat(workbook.text(0, "username")).isEqualTo("p02");
                assertThat(workbook.text(0, "password")).isEmpty();
            }
        }
    }
}
