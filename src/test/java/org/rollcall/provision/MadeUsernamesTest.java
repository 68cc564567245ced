package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.PracticeSeed;

/** A username that was made of somebody's names proves nothing about an account that has it. */
@DisplayName("A row whose username the mapping made")
class MadeUsernamesTest {

    @TempDir
    private Path home;

    private Installation installation;
    private SiteCalls calls;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(
                home,
                PracticeSeed.stock()
                        .with(
                                "users",
                                "{username: jsmith, firstname: Jane, lastname: Smith, email: jsmith@example.edu}")
                        .options());
        calls = new SiteCalls(installation.sandbox());
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private Ending provision(String mapping, String header, String row) throws IOException {
        Files.writeString(home.resolve("config/mapping.yml"), mapping);
        return installation.command(
                "provision",
                installation.roster("roster.csv", List.of(header, row)).toString());
    }

    @ParameterizedTest(name = "{0} {1} with the email {2}")
    @CsvSource({
        "Jane, Smith, jane.smith@example.edu",
        "John, Smith, john@example.edu",
    })
    @DisplayName("is a reject if the account of that name has another email")
    void otherEmail(String firstname, String lastname, String email) throws IOException {
        Ending ending = provision(
                "templates: {username: '%1f%l'}",
                "firstname,lastname,email,course1", firstname + "," + lastname + "," + email + ",ENG101");
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        assertThat(calls.writing()).isEmpty();
        CsvFile rejects = CsvFile.open(installation.report(ending.run(), "rejects.csv"));
        assertThat(rejects.cell(0, "reject_codes")).isEqualTo("username.made-taken");
        assertThat(rejects.cell(0, "reject_columns")).isEqualTo("username");
        assertThat(rejects.cell(0, "reject_reasons"))
                .contains("jsmith", "Jane Smith (jsmith@example.edu)", "write the username into the row");
    }

    @Test
    @DisplayName("and whose email it made as well is a reject if the account is of another name")
    void namesakeByTemplates() throws IOException {
        Ending ending = provision(
                "templates: {username: '%1f%l', email: '%u@example.edu'}",
                "firstname,lastname,course1", "John,Smith,ENG101");
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        assertThat(calls.writing()).isEmpty();
        assertThat(CsvFile.open(installation.report(ending.run(), "rejects.csv"))
                        .cell(0, "reject_codes"))
                .isEqualTo("username.made-taken");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "templates: {username: '%1f%l'}                           | John,Smith,,JSMITH@example.edu,ENG101",
                "templates: {username: '%1f%l', email: '%u@example.edu'} | Jane,SMITH,,,ENG101",
                "templates: {username: '%1f%l'}                           | Jane,Smith,jsmith,jane.smith@example.edu,ENG101",
            })
    @DisplayName("is the account's if the email, the made email with the name, or the row itself says so")
    void same(String mapping, String row) throws IOException {
        Ending ending = provision(mapping, "firstname,lastname,username,email,course1", row);
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(calls.writing()).containsExactly(SiteCalls.ENROL);
        assertThat(ending.out()).contains("0 created, 1 existing");
    }
}
