package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.roster.file.FileDetails;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.header.RosterColumn;

/** Reads every file of the corpus. */
@DisplayName("The corpus of roster files")
class RosterCorpusTest {

    static List<RosterCase> cases() throws IOException {
        return RosterCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @DisplayName("is read as people meant it, or refused in one sentence")
    void isReadOrRefused(RosterCase roster) {
        if (roster.refused() != null) {
            assertThatExceptionOfType(RosterException.class)
                    .isThrownBy(() -> read(roster))
                    .withMessageContaining(roster.refused())
                    .withMessageContaining(String.valueOf(roster.path().getFileName()));
            return;
        }
        Reading reading = read(roster);
        if (roster.details() != null) {
            assertThat(reading.details()).containsAllEntriesOf(roster.details());
        }
        for (String note : Objects.requireNonNullElse(roster.notes(), List.<String>of())) {
            assertThat(reading.notes()).anySatisfy(said -> assertThat(said).contains(note));
        }
        if (roster.columns() != null) {
            assertThat(reading.columns()).isEqualTo(roster.columns());
        }
        if (roster.rows() != null) {
            int told =
                    roster.of() == null ? reading.rows().size() : roster.rows().size();
            assertThat(reading.rows().subList(0, Math.min(told, reading.rows().size())))
                    .isEqualTo(roster.rows());
        }
        if (roster.of() != null) {
            assertThat(reading.rows()).hasSize(roster.of());
        }
        List<String> expected = Objects.requireNonNullElse(roster.problems(), List.of());
        assertThat(reading.problems()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            String[] parts = expected.get(i).split(": ", 2);
            assertThat(reading.problems().get(i)).startsWith(parts[0] + ":");
            assertThat(reading.problems().get(i)).contains(parts.length == 1 ? "" : parts[1]);
        }
    }

    @Test
    @DisplayName("has an entry for each of its files")
    void isWhole() throws IOException {
        try (Stream<Path> files = Files.walk(RosterCase.ROOT)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> RosterCase.ROOT.relativize(file).toString())
                            .filter(name -> !name.endsWith(".yml") && !name.equals("README.md"))
                            .collect(Collectors.toSet()))
                    .isEqualTo(cases().stream().map(RosterCase::file).collect(Collectors.toSet()));
        }
    }

    private static Reading read(RosterCase roster) {
        RosterRules rules = roster.rules();
        try (RosterReader reader = RosterFile.open(roster.path(), rules)) {
            RowFilling filling = new RowFilling(reader.header());
            RowParser parser = new RowParser(reader.header(), RosterFixture.VALIDATOR, rules);
            List<String> rows = new ArrayList<>();
            List<String> problems = new ArrayList<>();
            reader.header().problems().forEach(problem -> problems.add(told(problem)));
            for (RosterLine line = reader.next(); line != null; line = reader.next()) {
                CellTexts texts = CellTexts.read(
                        reader.header().columns(), filling.fill(line).line().cells(), (column, changes) -> {});
                List<String> cells = new ArrayList<>();
                for (RosterColumn column : reader.header().columns()) {
                    cells.add(texts.of(column));
                }
                rows.add(String.join(" | ", cells));
                parser.parse(line).problems().forEach(problem -> problems.add(told(problem)));
            }
            return new Reading(
                    details(reader.details(), reader.header().row()),
                    reader.details().notes(),
                    reader.header().columns().stream().map(RosterColumn::name).collect(Collectors.joining(" ")),
                    rows,
                    problems);
        }
    }

    private static Map<String, String> details(FileDetails found, int headerRow) {
        Map<String, String> details = new HashMap<>();
        details.put("format", found.format().name());
        details.put("header-row", Integer.toString(headerRow));
        details.put("archive", Objects.toString(found.archive(), ""));
        details.put("charset", Objects.toString(found.charset(), ""));
        details.put("delimiter", Objects.toString(found.delimiter(), ""));
        details.put("sheet", Objects.toString(found.sheet(), ""));
        return details;
    }

    private static String told(Problem problem) {
        String column = problem.column().isEmpty() ? "-" : problem.column();
        return problem.row() + " " + column + " " + problem.code() + ": " + problem.message();
    }

    private record Reading(
            Map<String, String> details,
            List<String> notes,
            String columns,
            List<String> rows,
            List<String> problems) {}
}
