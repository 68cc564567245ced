package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.PracticeSeed;
import org.rollcall.sandbox.SandboxEnrolment;

/** Courses that a roster names, and how people come into them. */
@DisplayName("An enrolment")
class EnrolmentsTest {

    private static final ZoneId ZONE = ZoneId.of("Africa/Johannesburg");

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(
                home,
                PracticeSeed.stock()
                        .with("courses", "{shortname: SELFONLY, fullname: Self enrolment only, manual: none}")
                        .with("courses", "{shortname: PAUSED, fullname: Manual enrolment off, manual: disabled}")
                        .with(
                                "users",
                                "{username: sue, firstname: Sue, lastname: S, email: sue@example.org, suspended: true}")
                        .with(
                                "users",
                                "{username: una, firstname: Una, lastname: U, email: una@example.org, unconfirmed: true}")
                        .options());
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private Ending provision(List<String> lines) throws IOException {
        return installation.command(
                "provision", installation.roster("roster.csv", lines).toString(), "--concurrency", "1");
    }

    private CsvFile rejectsOf(Ending ending) throws IOException {
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        return CsvFile.open(installation.report(ending.run(), "rejects.csv"));
    }

    private List<SandboxEnrolment> in(String course) {
        return installation.sandbox().state().enrolments(course);
    }

    private List<String> participants(String course) {
        return SiteContent.participants(installation.sandbox().state(), course);
    }

    @Nested
    @DisplayName("of somebody who is not in the course")
    class NewEnrolment {

        @Test
        @DisplayName("has the start, length and status of its row, in the time zone of the settings")
        void datesAndStatus() throws IOException {
            installation.settings("site.time-zone: " + ZONE);
            long midnightBefore = LocalDate.now(ZONE).atStartOfDay(ZONE).toEpochSecond();
            Ending ending = provision(List.of(
                    People.COLUMNS + ",course1,enroltimestart1,enrolperiod1,enrolstatus1",
                    People.cells(1) + ",ENG101,2026-09-01 08:00,90,0",
                    People.cells(2) + ",ENG101,2026-09-01,,1",
                    People.cells(3) + ",ENG101,,10,",
                    People.cells(4) + ",ENG101,,,"));
            long midnightAfter = LocalDate.now(ZONE).atStartOfDay(ZONE).toEpochSecond();
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            LocalDateTime start = LocalDateTime.of(2026, 9, 1, 8, 0);
            long eight = start.atZone(ZONE).toEpochSecond();
            long end = start.plusDays(90).atZone(ZONE).toEpochSecond();
            long midnight = start.toLocalDate().atStartOfDay(ZONE).toEpochSecond();
            List<String> student = List.of("student");
            assertThat(in("ENG101"))
                    .hasSize(4)
                    .contains(new SandboxEnrolment("p01", student, eight, end, false))
                    .contains(new SandboxEnrolment("p02", student, midnight, 0, true))
                    .contains(new SandboxEnrolment("p04", student, 0, 0, false))
                    .filteredOn(SandboxEnrolment::username, "p03")
                    .singleElement()
                    .satisfies(third -> {
                        assertThat(third.timestart()).isBetween(midnightBefore, midnightAfter);
                        assertThat(third.timeend()).isEqualTo(third.timestart() + 10 * 86_400);
                    });
        }

        @Test
        @DisplayName("has the role of its row, or else that of the settings")
        void roles() throws IOException {
            installation.settings("site.default-role: teacher");
            Ending ending = provision(List.of(
                    People.COLUMNS + ",course1,role1,course2,course3,type3",
                    People.cells(1) + ",ENG101,EditingTeacher,BIO110,CHEM120,1",
                    People.cells(2) + ",eng101,,,,"));
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(in("ENG101"))
                    .extracting(SandboxEnrolment::username, SandboxEnrolment::roles)
                    .containsExactlyInAnyOrder(
                            tuple("p01", List.of("editingteacher")), tuple("p02", List.of("teacher")));
            assertThat(in("BIO110")).extracting(SandboxEnrolment::roles).containsExactly(List.of("teacher"));
            assertThat(in("CHEM120")).extracting(SandboxEnrolment::roles).containsExactly(List.of("student"));
        }
    }

    @Nested
    @DisplayName("that cannot be made")
    class Impossible {

        @Test
        @DisplayName("comes back with its reason, and does not keep others from theirs")
        void reasons() throws IOException {
            CsvFile rejects = rejectsOf(provision(List.of(
                    People.COLUMNS + ",course1,role1,course2",
                    People.cells(1) + ",NOWHERE,,BIO110",
                    People.cells(2) + ",ENG101,wizard,BIO110",
                    People.cells(3) + ",ENG101,manager,BIO110",
                    People.cells(4) + ",SELFONLY,,BIO110",
                    People.cells(5) + ",PAUSED,,BIO110",
                    "sue,Sue,S,sue@example.org,,ENG101,,",
                    "una,Una,U,una@example.org,,ENG101,,",
                    People.cells(6) + ",ENG101,,BIO110")));
            assertThat(rejects.column("username")).containsExactly("p01", "p02", "p03", "p04", "p05", "sue", "una");
            assertThat(rejects.column("reject_codes"))
                    .containsExactly(
                            "course1.unknown",
                            "role1.unknown",
                            "course1.role-not-assignable",
                            "course1.no-manual-enrolment",
                            "course1.no-manual-enrolment",
                            "course1.account-suspended",
                            "course1.account-unconfirmed");
            assertThat(rejects.cell(2, "reject_reasons"))
                    .contains("may not give the role manager in the course ENG101");
            assertThat(rejects.cell(3, "reject_reasons")).contains("The course SELFONLY has no manual enrolment");
            assertThat(rejects.cell(5, "reject_reasons"))
                    .contains("is suspended on the site, so it cannot be enrolled in ENG101");
            assertThat(participants("BIO110")).containsExactlyInAnyOrderElementsOf(People.names(6));
            assertThat(participants("ENG101")).containsExactly("p06");
        }

        @Test
        @DisplayName("for anybody in a course costs a few calls, not one for each person")
        void refusedForEverybody() throws IOException {
            SiteCalls calls = new SiteCalls(installation.sandbox());
            List<String> lines = new ArrayList<>(People.roster(60, "course1,course2,role2", "SELFONLY,ENG101,"));
            lines.replaceAll(line -> line.startsWith("p0") ? line + "manager" : line);
            CsvFile rejects = rejectsOf(provision(lines));
            assertThat(rejects.rows()).hasSize(60);
            assertThat(rejects.column("reject_codes"))
                    .containsOnly(
                            "course1.no-manual-enrolment", "course1.no-manual-enrolment; course2.role-not-assignable");
            assertThat(participants("ENG101")).hasSize(60 - 9);
            assertThat(calls.count(SiteCalls.ENROL)).isLessThan(25);
        }
    }

    @Nested
    @DisplayName("of somebody who is in the course already")
    class EnrolledAlready {

        @BeforeEach
        void enrol() throws IOException {
            Ending ending = provision(List.of(
                    People.COLUMNS + ",course1,enroltimestart1",
                    People.cells(1) + ",ENG101,2026-09-01",
                    People.cells(2) + ",ENG101,"));
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
        }

        @Test
        @DisplayName("is not made again where the row asks for nothing else")
        void kept() throws IOException {
            List<SandboxEnrolment> before = in("ENG101");
            SiteCalls calls = new SiteCalls(installation.sandbox());
            Ending ending = provision(List.of(
                    People.COLUMNS + ",course1,role1,enroltimestart1,enrolstatus1",
                    People.cells(1) + ",eng101,,2026-09-01,",
                    People.cells(2) + ",ENG101,student,,"));
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(calls.writing()).isEmpty();
            assertThat(in("ENG101")).isEqualTo(before);
            assertThat(ending.out())
                    .contains("Enrolments      0 made, 2 already there, 0 failed\n")
                    .doesNotContain("Changed");
            assertThat(installation.csv(ending.run(), "problems.csv")).hasSize(1);
        }

        @Test
        @DisplayName("gets another role on top, and keeps the dates that were set last")
        void roleAdded() throws IOException {
            long start = LocalDate.of(2026, 9, 1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
            Ending ending = provision(List.of(
                    People.COLUMNS + ",course1,role1",
                    People.cells(1) + ",ENG101,teacher",
                    People.cells(2) + ",ENG101,student"));
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(in("ENG101"))
                    .contains(new SandboxEnrolment("p01", List.of("teacher", "student"), start, 0, false));
            assertThat(ending.out())
                    .contains("Enrolments      0 made, 1 already there, 0 failed\n")
                    .contains("Changed         1 enrolments\n");
            assertThat(installation.csv(ending.run(), "problems.csv")).hasSize(1);
            assertThat(installation
                            .summary(ending.run())
                            .at("/enrolments/changed")
                            .asInt())
                    .isEqualTo(1);
        }
    }
}
