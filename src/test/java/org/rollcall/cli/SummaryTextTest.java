package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rollcall.ledger.ProblemCount;
import org.rollcall.provision.ProvisionResult;
import org.rollcall.report.RunSummary;
import org.rollcall.roster.file.Severity;

@DisplayName("The summary on the terminal")
class SummaryTextTest {

    private static List<String> printed(
            RunSummary.Rows rows,
            RunSummary.Cohorts cohorts,
            RunSummary.Enrolments enrolments,
            RunSummary.Groups groups,
            ProblemCount... found) {
        return printed(rows, new RunSummary.Users(1234, 56, 0, 0, 0, 0, 0), cohorts, enrolments, groups, found);
    }

    private static List<String> printed(
            RunSummary.Rows rows, RunSummary.Cohorts cohorts, RunSummary.Enrolments enrolments, ProblemCount... found) {
        return printed(rows, cohorts, enrolments, new RunSummary.Groups(0, 0, 0, 0), found);
    }

    private static List<String> printed(
            RunSummary.Rows rows,
            RunSummary.Users users,
            RunSummary.Cohorts cohorts,
            RunSummary.Enrolments enrolments,
            RunSummary.Groups groups,
            ProblemCount... found) {
        Instant now = Instant.parse("2026-11-21T08:00:00Z");
        RunSummary summary = new RunSummary(
                "2026-11-21-0001",
                "people.csv",
                "ab",
                null,
                "sandbox",
                "provision",
                now,
                now,
                RunSummary.State.DONE,
                null,
                12.345,
                rows,
                users,
                cohorts,
                enrolments,
                groups,
                new RunSummary.Calls(1789, Map.of()),
                List.of(found),
                null,
                null);
        StringWriter text = new StringWriter();
        SummaryText.print(new PrintWriter(text), new ProvisionResult(summary, Path.of("/home/reports/r")));
        return text.toString().lines().toList();
    }

    @Test
    void isShortWhereAllWentWell() {
        assertThat(printed(
                        new RunSummary.Rows(1290, 1290, 0, 0, 290, 0),
                        new RunSummary.Cohorts(0, 1000, 290, 0),
                        new RunSummary.Enrolments(2580, 0, 0, 0)))
                .containsExactly(
                        "",
                        "Rows            1,290 read, 1,290 done, none rejected",
                        "Users           1,234 created, 56 existing",
                        "Cohort members  1,000 added, 290 already there, 0 failed",
                        "Enrolments      2,580 made, 0 already there, 0 failed",
                        "Calls sent      1,789",
                        "Time            12.3 seconds",
                        "Reports         /home/reports/r");
    }

    @Test
    void tellsWhatFailedAndWhereTheRejectsAre() {
        assertThat(printed(
                        new RunSummary.Rows(1300, 1285, 15, 5, 0, 0),
                        new RunSummary.Cohorts(2, 1000, 290, 3),
                        new RunSummary.Enrolments(2580, 17, 0, 1002),
                        new RunSummary.Groups(3, 1024, 5, 1),
                        new ProblemCount("email.invalid", Severity.ERROR, 10),
                        new ProblemCount("username.lowered", Severity.WARNING, 1200),
                        new ProblemCount("column.unknown", Severity.WARNING, 1)))
                .containsExactly(
                        "",
                        "Rows            1,300 read, 1,285 done, 15 rejected (5 of them in part)",
                        "Users           1,234 created, 56 existing",
                        "Cohorts         2 created",
                        "Cohort members  1,000 added, 290 already there, 3 failed",
                        "Enrolments      2,580 made, 0 already there, 1,002 failed",
                        "Changed         17 enrolments",
                        "Groups          3 created",
                        "Group members   1,024 added, 5 already there, 1 failed",
                        "Warnings        1,201, listed in problems.csv",
                        "Calls sent      1,789",
                        "Time            12.3 seconds",
                        "Rejects         /home/reports/r/rejects.csv",
                        "Reports         /home/reports/r");
    }

    @Test
    void tellsWhatBecameOfAccountsThatWereThereWhereSomethingDid() {
        assertThat(printed(
                        new RunSummary.Rows(3, 3, 0, 0, 3, 0),
                        new RunSummary.Users(0, 3000, 1500, 0, 2, 0, 1),
                        new RunSummary.Cohorts(0, 0, 0, 0),
                        new RunSummary.Enrolments(0, 0, 0, 0),
                        new RunSummary.Groups(0, 0, 0, 0)))
                .contains("Users           0 created, 3,000 existing, 1,500 updated, 2 suspended, 1 deleted");
    }

    @Test
    void saysNothingOfPartsWhereEveryRejectIsWhole() {
        assertThat(printed(
                        new RunSummary.Rows(3, 2, 1, 0, 0, 0),
                        new RunSummary.Cohorts(0, 0, 0, 0),
                        new RunSummary.Enrolments(0, 0, 0, 0)))
                .contains("Rows            3 read, 2 done, 1 rejected");
    }
}
