package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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
import org.rollcall.sandbox.SandboxState;

/** A roster whose headers are not Moodle's, from the file to the site, and back as rejects. */
@DisplayName("A roster with headers of its own")
class MappedRosterTest {

    private static final String MAPPING = """
            columns:
              Name: lastname
            ignore:
              - Geburtsdatum
              - Startpasswort
            constants:
              country: DE
            defaults:
              role1: student
              city: Hamburg
            templates:
              username: "%1f%l"
            """;

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

    private void mapping(String yaml) throws IOException {
        Files.writeString(home.resolve("config/mapping.yml"), yaml);
    }

    private Path roster() throws IOException {
        return installation.roster(
                "teilnehmer.csv",
                List.of(
                        "Vorname;Name;E-Mail-Adresse;Kennwort;Startpasswort;Geburtsdatum;Wohnort;Kurs;Kurs 2",
                        "Jörg;Muster;joerg@example.edu;Geheim-1!;Uralt-1!;1.2.03;Köln;ENG101;",
                        "Änne;Beispiel;aenne(at)example.edu;Geheim-2!;Uralt-2!;3.4.04;;ENG101;",
                        "Łucja;Øreby;lucja@example.edu;Geheim-3!;Uralt-3!;5.6.05;;ENG101;KEINER"));
    }

    @Nested
    @DisplayName("and a mapping for the rest")
    class Mapped {

        private Ending ending;
        private CsvFile rejects;

        @BeforeEach
        void provision() throws IOException {
            mapping(MAPPING);
            ending = installation.command("provision", roster().toString());
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
            rejects = CsvFile.open(installation.report(ending.run(), "rejects.csv"));
        }

        @Test
        @DisplayName("is done as the mapping says, and says so")
        void isDone() throws IOException {
            SandboxState site = installation.sandbox().state();
            assertThat(site.usernames()).contains("jmuster", "loreby");
            assertThat(site.userField("jmuster", "country")).isEqualTo("DE");
            assertThat(site.userField("jmuster", "city")).isEqualTo("Köln");
            assertThat(site.userField("loreby", "city")).isEqualTo("Hamburg");
            assertThat(ending.out())
                    .contains("\"Vorname\" as firstname", "\"Kurs\" as course1", "\"Kurs 2\" as course2")
                    .contains("3 read, 1 done, 2 rejected (1 of them in part)");
            assertThat(installation.csv(ending.run(), "problems.csv"))
                    .anySatisfy(line -> assertThat(line).contains("username.made"));
        }

        @Test
        @DisplayName("is inspected with what the mapping adds")
        void isInspected() throws IOException {
            assertThat(installation.command("inspect", roster().toString()).out())
                    .contains("country is DE in every row")
                    .contains("city is Hamburg where the roster has none")
                    .contains("username is made as %1f%l where the roster has none")
                    .containsPattern("B +Name +lastname +Muster")
                    .containsPattern("E +Startpasswort +\\(ignored\\) +\\(hidden\\)")
                    .doesNotContain("Uralt", "Geheim");
        }

        @Test
        @DisplayName("comes back in its own columns, without passwords that nobody asked for")
        void comesBack() throws IOException {
            assertThat(rejects.header().subList(0, 9))
                    .containsExactly(
                            "Vorname",
                            "Name",
                            "E-Mail-Adresse",
                            "Kennwort",
                            "Startpasswort",
                            "Geburtsdatum",
                            "Wohnort",
                            "Kurs",
                            "Kurs 2");
            assertThat(rejects.rows().get(0).subList(0, 9))
                    .containsExactly(
                            "Änne", "Beispiel", "aenne(at)example.edu", "Geheim-2!", "", "3.4.04", "", "ENG101", "");
            assertThat(rejects.rows().get(1).subList(0, 9))
                    .containsExactly("Łucja", "Øreby", "lucja@example.edu", "", "", "5.6.05", "", "", "KEINER");
            try (Stream<Path> files = Files.walk(home.resolve("reports"))) {
                assertThat(files.filter(Files::isRegularFile))
                        .allSatisfy(file -> assertThat(text(file)).doesNotContain("Uralt"));
            }
        }

        private static String text(Path file) throws IOException {
            if (!file.toString().endsWith(".xlsx")) {
                return Files.readString(file);
            }
            try (ZipFile workbook = new ZipFile(file.toFile())) {
                StringBuilder text = new StringBuilder();
                for (ZipEntry part : Collections.list(workbook.entries())) {
                    text.append(new String(workbook.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
                }
                return text.toString();
            }
        }

        @Test
        @DisplayName("is done when its rejects are mended and given again")
        void isMended() throws IOException {
            Path mended = rejects.put(0, "E-Mail-Adresse", "aenne@example.edu")
                    .put(1, "Kurs 2", "MATH201")
                    .saveAs(home.resolve("mended.csv"));
            Ending second = installation.command("provision", mended.toString());

            assertThat(second.exitCode()).as(second.toString()).isZero();
            assertThat(second.out()).contains("1 created, 1 existing", "2 made");
            SandboxState site = installation.sandbox().state();
            assertThat(site.userField("abeispiel", "country")).isEqualTo("DE");
            assertThat(site.userField("abeispiel", "password")).isEqualTo("kept");
        }
    }

    @Test
    @DisplayName("of which only the mapping makes sense comes back all the same")
    void comesBackUnderItsMapping() throws IOException {
        mapping("columns: {Name: lastname}\ntemplates: {username: '%f'}\nignore: [Mail]\n");
        Path roster = installation.roster(
                "teilnehmer.csv",
                List.of("Vorname,Name,E-Mail,Mail,Kennwort", "Ada,Muster,ada,x@example.edu,Geheim-1!"));
        Ending ending = installation.command("provision", roster.toString());

        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        assertThat(CsvFile.open(installation.report(ending.run(), "rejects.csv"))
                        .rows()
                        .get(0)
                        .subList(0, 5))
                .containsExactly("Ada", "Muster", "ada", "x@example.edu", "Geheim-1!");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mapping.yml | constants: {country: Germany} | config/mapping.yml, line 1: Germany is a country's name; write its code DE.",
                "mapping.yml | column: {Ort: city}           | config/mapping.yml, line 1: there is no key column;",
                "mapping.yml | columns: [                    | config/mapping.yml, line 1: it cannot be read as YAML: ",
                "aliases.yml | city: [Ort, E-Mail]           | config/aliases.yml, line 1: \"E-Mail\" is Moodle's own name",
            })
    @DisplayName("is not touched while one of the two files is wrong")
    void isNotTouched(String file, String yaml, String sentence) throws IOException {
        Files.writeString(home.resolve("config").resolve(file), yaml);
        Path roster = installation.roster("roster.csv", People.roster(1, "course1", "ENG101"));

        for (String command : List.of("provision", "inspect")) {
            Ending ending = installation.command(command, roster.toString());
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(2);
            assertThat(ending.err()).startsWith(sentence);
            assertThat(ending.err().lines()).hasSize(1);
        }
        assertThat(installation.sandbox().calls()).isEmpty();
    }
}
