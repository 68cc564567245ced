package org.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.ledger.Ledger;
import org.rollcall.ledger.Run;
import org.rollcall.operation.Home;
import org.rollcall.operation.SettingsException;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;

@DisplayName("The list of problems")
class ProblemReportTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Ledger ledger;

    @SuppressWarnings("NullAway.Init")
    private Run run;

    @SuppressWarnings("NullAway.Init")
    private ProblemReport report;

    @BeforeEach
    void setUp() throws IOException {
        ledger = Ledger.inMemory(folder);
        run = ledger.run("01");
        report = new ProblemReport(new ReportFiles(new Home(folder)), ledger.problems());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void hasALineForEachErrorAndEachWarning() throws IOException {
        ledger.problems()
                .add(
                        run.id(),
                        List.of(
                                new Problem(3, "email", "=a@b", "email.invalid", "It is wrong.", Severity.ERROR),
                                new Problem(2, "", "", "row.ragged", "Too many, by \"2\".", Severity.WARNING)));
        Path file = report.write(run);
        assertThat(file).isEqualTo(folder.resolve("reports").resolve(run.name()).resolve("problems.csv"));
        assertThat(Files.readString(file).split("\r\n"))
                .containsExactly(
                        "\uFEFFrow,severity,column,value,code,reason",
                        "2,warning,,,row.ragged,\"Too many, by \"\"2\"\".\"",
                        "3,error,email,'=a@b,email.invalid,It is wrong.");
    }

    @Test
    void isAHeaderWhereThereAreNone() throws IOException {
        assertThat(report.write(run)).hasContent("\uFEFFrow,severity,column,value,code,reason\r\n");
    }

    @Test
    void isReadableByItsOwnerOnlyAndReplacesAnEarlierOne() throws IOException {
        report.write(run);
        Path file = report.write(run);
        Path reports = folder.resolve("reports").resolve(run.name());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(reports)))
                .isEqualTo("rwx------");
        assertThat(reports.toFile().list()).containsExactly("problems.csv");
    }

    @Test
    void saysWhereItCannotBeWritten() throws IOException {
        Files.createDirectory(folder.resolve("reports"));
        Files.writeString(folder.resolve("reports").resolve(run.name()), "in the way");
        assertThatThrownBy(() -> report.write(run))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "The report problems.csv cannot be written to %s; see to its permissions and to space on the"
                                        .formatted(folder.resolve("reports").resolve(run.name()))
                                + " disk, then give the same command again.");
    }
}
