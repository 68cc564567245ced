package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;

/** The sample roster with faults: what is told of them, and to whom. */
@DisplayName("The faulty sample roster")
class FaultyRosterTest {

    private static final Path ROSTER = Path.of("samples/roster-with-faults.csv").toAbsolutePath();
    private static final Pattern LISTED = Pattern.compile("\\| (\\d+) \\| (\\w*) \\| `([a-z0-9.-]+)` \\| .*");
    private static final String PASSWORDS = "Faults-1";

    @TempDir
    private static Path home;

    private static Installation installation;
    private static CsvFile roster;
    private static Ending ending;

    @BeforeAll
    static void provision() throws IOException {
        installation = Installation.in(home);
        roster = CsvFile.open(ROSTER);
        ending = installation.command("--debug", "provision", ROSTER.toString());
    }

    @AfterAll
    static void close() {
        installation.close();
    }

    /** Row, column and code of each fault, as the samples' README lists them. */
    private static List<List<String>> listed() throws IOException {
        List<List<String>> listed = new ArrayList<>();
        for (String line : Files.readAllLines(ROSTER.resolveSibling("README.md"))) {
            Matcher matcher = LISTED.matcher(line);
            if (matcher.matches()) {
                listed.add(List.of(matcher.group(1), matcher.group(2), matcher.group(3)));
            }
        }
        return listed;
    }

    private static List<Integer> rejectedRows() throws IOException {
        return listed().stream()
                .filter(fault -> !fault.get(2).endsWith("cased"))
                .map(fault -> Integer.valueOf(fault.get(0)))
                .distinct()
                .sorted()
                .toList();
    }

    private static CsvFile rejects() throws IOException {
        return CsvFile.open(installation.report(ending.run(), "rejects.csv"));
    }

    private static List<Path> files(String... folders) throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(home.resolve(folder))) {
                all.addAll(files.toList());
            }
        }
        return all;
    }

    @Test
    @DisplayName("ends with exit code 1")
    void exitCode() {
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
    }

    @Test
    @DisplayName("has exactly the problems that the samples' README lists")
    void problems() throws IOException {
        assertThat(installation.csv(ending.run(), "problems.csv").stream().skip(1))
                .extracting(problem -> List.of(problem.get(0), problem.get(2), problem.get(4)))
                .containsExactlyInAnyOrderElementsOf(listed())
                .hasSizeGreaterThan(30);
    }

    @Test
    @DisplayName("is summed up on the terminal, with the way to the rejects")
    void terminal() throws IOException {
        int rejected = rejectedRows().size();
        int good = roster.rows().size() - rejected;
        assertThat(ending.out())
                .contains("Rows            %d read, %d done, %d rejected\n".formatted(good + rejected, good, rejected))
                .contains("Users           %d created, 0 existing\n".formatted(good))
                .contains("Warnings        3, listed in problems.csv\n")
                .contains("Rejects         " + installation.report(ending.run(), "rejects.csv") + "\n");
    }

    @Test
    @DisplayName("puts the good rows between the faulty ones on the site, and no other")
    void goodRows() {
        assertThat(installation.sandbox().state().usernames())
                .contains("grace.hopper", "marie.curie", "lise.meitner", "hypatia", "gladys.west", "annie.easley")
                .doesNotContain("emmy.noether", "abdus.salam", "shirley.jackson");
        assertThat(installation.sandbox().state().userField("marie.curie", "country"))
                .isEqualTo("ZA");
        assertThat(installation.sandbox().state().userField("annie.easley", "city"))
                .isEqualTo("Cape Town \"Mother City\"");
    }

    @Test
    @DisplayName("gives the rejected rows back as they came, with four columns behind")
    void rejectedRowsAsTheyCame() throws IOException {
        CsvFile rejects = rejects();
        int width = roster.header().size();
        assertThat(rejects.header().subList(0, width)).isEqualTo(roster.header());
        assertThat(rejects.header().subList(width, width + 4))
                .containsExactly("reject_row", "reject_columns", "reject_codes", "reject_reasons");
        assertThat(rejects.column("reject_row"))
                .containsExactlyElementsOf(
                        rejectedRows().stream().map(String::valueOf).toList());
        for (List<String> line : rejects.rows()) {
            List<String> original = roster.rows().get(Integer.parseInt(line.get(width)) - 2);
            List<String> padded = new ArrayList<>(original);
            while (padded.size() < width) {
                padded.add("");
            }
            assertThat(line.subList(0, width)).isEqualTo(padded);
        }
    }

    @Test
    @DisplayName("names every fault of a row in its line")
    void everyFaultOfARow() throws IOException {
        CsvFile rejects = rejects();
        int line = rejects.column("reject_row").indexOf("7");
        assertThat(rejects.cell(line, "reject_columns").split("; "))
                .containsExactlyInAnyOrder("firstname", "email", "country");
        assertThat(rejects.cell(line, "reject_codes").split("; "))
                .containsExactlyInAnyOrder("firstname.missing", "email.invalid", "country.invalid");
        assertThat(rejects.cell(line, "reject_reasons"))
                .contains("The firstname is missing; every row needs one.")
                .contains("Iran is a country's name; write its code IR.");
    }

    @Test
    @DisplayName("leaves reports and state that only their owner can read")
    void permissions() throws IOException {
        for (Path file : files("reports")) {
            String wanted = Files.isDirectory(file) ? "rwx------" : "rw-------";
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .isEqualTo(wanted);
        }
        for (String folder : List.of("var", "var/state")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(folder))))
                    .as(folder)
                    .isEqualTo("rwx------");
        }
    }

    @Test
    @DisplayName("leaves its passwords nowhere but in their own column of the rejects")
    void passwords() throws IOException {
        Path rejects = installation.report(ending.run(), "rejects.csv");
        List<Path> others = files("reports", "var").stream()
                .filter(Files::isRegularFile)
                .filter(file -> !file.equals(rejects))
                .toList();
        assertThat(others)
                .extracting(file -> file.getFileName().toString())
                .contains("problems.csv", "summary.json", "rollcall.mv.db", "rollcall.log");
        for (Path file : others) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain(PASSWORDS);
        }
        assertThat(ending.out() + ending.err()).doesNotContain(PASSWORDS);
        assertThat(rejects().column("password")).contains("Faults-101-ok");
        for (List<String> line : rejects().rows()) {
            assertThat(line.stream().filter(cell -> cell.contains(PASSWORDS)).count())
                    .isLessThanOrEqualTo(1);
        }
    }
}
