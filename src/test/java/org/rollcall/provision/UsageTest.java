package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;

/** What the command line says of itself, and to somebody who uses it wrongly. */
@DisplayName("The command line")
class UsageTest {

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

    private Ending given(String line) {
        return installation.command(line.isEmpty() ? new String[0] : line.split(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "--help, provision",
        "--help, sample",
        "provision --help, ROSTER",
        "provision --help, --batch-size",
        "provision --help, the same command goes on",
        "sample --help, --rows",
        "help provision, --concurrency",
    })
    @DisplayName("explains itself, and makes nothing for that")
    void explains(String line, String part) throws IOException {
        Ending ending = given(line);
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(ending.out()).contains(part);
        assertThat(ending.err()).isEmpty();
        assertThat(Files.exists(home.resolve("var"))).isFalse();
    }

    @Test
    @DisplayName("documents every exit code")
    void exitCodes() {
        assertThat(given("provision --help").out().replaceAll("\\s+", " "))
                .contains("0 all rows are done")
                .contains("1 finished, and some rows came back as rejects")
                .contains("2 wrong use, wrong settings, or a file that is no roster")
                .contains("3 the site was unavailable")
                .contains("4 another run holds the job state");
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                "provison roster.csv",
                "provision",
                "provision a.csv b.csv",
                "provision --batch-size",
                "sample --rows 5",
                "sample --rows 0 --out x.csv",
                "sample --rows many --out x.csv"
            })
    @DisplayName("used wrongly ends with exit code 2 and without a trace")
    void wrongUse(String line) {
        Ending ending = given(line);
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(2);
        assertThat(ending.err()).isNotEmpty().doesNotContain("\tat ", "Exception");
        assertThat(Files.exists(home.resolve("reports"))).isFalse();
    }
}
