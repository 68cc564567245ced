package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.rollcall.sandbox.SandboxState;

/** Rosters as student-record systems export them: one row for each enrolment, the person repeated. */
@DisplayName("A roster in long form")
class LongFormTest {

    private static final String HEADER = People.COLUMNS + ",phone1,cohort1,course1,role1,enrolperiod1";

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(
                home,
                PracticeSeed.stock()
                        .with("users", "{username: owner, firstname: O, lastname: W, email: owner@example.org}")
                        .options());
        installation.settings("roster.repeated-people: merge");
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private Ending provision(String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(rows));
        return installation.command(
                "--debug", "provision", installation.roster("roster.csv", lines).toString());
    }

    private Ending done(String... rows) throws IOException {
        Ending ending = provision(rows);
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        return ending;
    }

    private CsvFile rejectsOf(Ending ending) throws IOException {
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        return CsvFile.open(installation.report(ending.run(), "rejects.csv"));
    }

    private SandboxState site() {
        return installation.sandbox().state();
    }

    private static String row(int person, String wishes) {
        return People.cells(person) + ",," + wishes;
    }

    @Nested
    @DisplayName("whose rows agree")
    class Agreeing {

        @Test
        @DisplayName("makes one account for each person, with what all the rows ask for")
        void merged() throws IOException {
            SiteCalls calls = new SiteCalls(installation.sandbox());
            Ending ending = done(
                    row(1, "STUDENTS-2026,ENG101,,"),
                    row(2, "STUDENTS-2026,ENG101,,"),
                    row(1, "STUDENTS-2026,BIO110,teacher,"),
                    row(1, "STAFF-2026,,,").replace("p01,", "P01,"),
                    row(2, ",eng101,student,"));
            assertThat(ending.out())
                    .contains("Rows            5 read, 5 done, none rejected\n")
                    .contains("Users           2 created, 0 existing\n")
                    .contains("Cohort members  3 added, 1 already there, 0 failed\n")
                    .contains("Enrolments      3 made, 1 already there, 0 failed\n");
            assertThat(calls.writing()).containsExactly(SiteCalls.CREATE_USERS, SiteCalls.ADD_MEMBERS, SiteCalls.ENROL);
            assertThat(site().cohortMembers("STUDENTS-2026")).containsExactlyInAnyOrder("p01", "p02");
            assertThat(site().cohortMembers("STAFF-2026")).containsExactly("p01");
            assertThat(SiteContent.participants(site(), "ENG101")).containsExactlyInAnyOrder("p01", "p02");
            assertThat(site().enrolments("BIO110"))
                    .singleElement()
                    .satisfies(one -> assertThat(one.roles()).containsExactly("teacher"));
        }

        @Test
        @DisplayName("changes nothing when it is given again")
        void again() throws IOException {
            String[] rows = {row(1, "STUDENTS-2026,ENG101,,"), row(1, "STUDENTS-2026,BIO110,,"), row(1, ",BIO110,,")};
            done(rows);
            SiteCalls calls = new SiteCalls(installation.sandbox());
            Ending ending = done(rows);
            assertThat(calls.writing()).isEmpty();
            assertThat(ending.out())
                    .contains("Rows            3 read, 3 done, none rejected\n")
                    .contains("Users           0 created, 1 existing\n")
                    .contains("Cohort members  0 added, 2 already there, 0 failed\n")
                    .contains("Enrolments      0 made, 3 already there, 0 failed\n");
        }

        @Test
        @DisplayName("makes the same of a site as one row a person with all they ask for")
        void sameAsWide() throws IOException {
            List<String> courses = List.of("ENG101", "BIO110", "CHEM120", "MATH201");
            List<String> longForm = new ArrayList<>(List.of(HEADER));
            for (String course : courses) {
                for (int person = 1; person <= 80; person++) {
                    longForm.add(row(person, "STUDENTS-2026," + course + ",,"));
                }
            }
            Ending ending = installation.command(
                    "provision",
                    installation.roster("long.csv", longForm).toString(),
                    "--concurrency",
                    "4",
                    "--batch-size",
                    "7");
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            SiteContent found = SiteContent.of(site());
            Path other = Files.createDirectory(home.resolve("other"));
            try (Installation wide = Installation.in(
                    other,
                    PracticeSeed.stock()
                            .with("users", "{username: owner, firstname: O, lastname: W, email: owner@example.org}")
                            .options())) {
                Path roster = wide.roster(
                        "wide.csv",
                        People.roster(
                                80,
                                "cohort1,course1,course2,course3,course4",
                                "STUDENTS-2026," + String.join(",", courses)));
                assertThat(wide.command("provision", roster.toString()).exitCode())
                        .isZero();
                assertThat(found).isEqualTo(SiteContent.of(wide.sandbox().state()));
            }
        }

        @Test
        @DisplayName("takes what the first row leaves empty from a later one, with a warning")
        void completed() throws IOException {
            Ending ending = done(
                    "p01,First1,Last1,p01@example.org,,,,ENG101,,",
                    "p01,First1,Last1,P01@example.org,Passw0rd-1,555-1,,BIO110,,",
                    "p01,First1,Last1,p01@example.org,Passw0rd-1,555-1,,CHEM120,,");
            assertThat(site().userField("p01", "phone1")).isEqualTo("555-1");
            assertThat(installation.csv(ending.run(), "problems.csv"))
                    .hasSize(3)
                    .anySatisfy(problem -> assertThat(problem)
                            .contains(
                                    "3",
                                    "phone1.completed",
                                    "Row 2, which stands for p01, leaves phone1 empty, so it is taken from this row."))
                    .anySatisfy(problem -> assertThat(problem).contains("3", "password.completed"));
        }
    }

    @Nested
    @DisplayName("whose rows do not agree")
    class Contradicting {

        @Test
        @DisplayName("gives back those that contradict earlier ones, and does the others")
        void contradicting() throws IOException {
            CsvFile rejects = rejectsOf(provision(
                    row(1, ",ENG101,,"),
                    "p01,First1,Other,p01@example.org,Passw0rd-1,,,BIO110,,",
                    "p01,First1,Last1,p01@example.org,Passw0rd-2,,,CHEM120,,",
                    row(1, ",MATH201,,"),
                    "p02,First2,Last2,p01@example.org,Passw0rd-2,,,ENG101,,"));
            assertThat(rejects.column("reject_row")).containsExactly("3", "4", "6");
            assertThat(rejects.column("reject_codes"))
                    .containsExactly("lastname.contradicts", "password.contradicts", "email.duplicate");
            assertThat(rejects.column("reject_reasons"))
                    .containsExactly(
                            "Row 2 has the lastname Last1 for p01, and this row has Other; they must agree.",
                            "Row 2 has another password for p01 than this row; they must agree.",
                            "The email p01@example.org is already used in row 2.");
            assertThat(SiteContent.participants(site(), "ENG101")).containsExactly("p01");
            assertThat(SiteContent.participants(site(), "MATH201")).containsExactly("p01");
            assertThat(site().enrolments("BIO110")).isEmpty();
            assertThat(site().enrolments("CHEM120")).isEmpty();
        }

        @Test
        @DisplayName("lets the next row in order stand for a person whose first row is faulty")
        void firstRowFaulty() throws IOException {
            CsvFile rejects = rejectsOf(provision(
                    row(1, ",ENG101,,").replace("p01@example.org", "p01@"),
                    row(1, ",BIO110,,"),
                    row(1, ",CHEM120,,"),
                    row(1, ",MATH201,,many")));
            assertThat(rejects.column("reject_row")).containsExactly("2", "5");
            assertThat(rejects.column("reject_codes")).containsExactly("email.invalid", "enrolperiod1.invalid");
            assertThat(SiteContent.participants(site(), "BIO110")).containsExactly("p01");
            assertThat(SiteContent.participants(site(), "CHEM120")).containsExactly("p01");
        }

        @Test
        @DisplayName("does not let one enrolment overwrite another that is asked for in an earlier row")
        void otherDetails() throws IOException {
            Ending ending = provision(
                    row(1, ",ENG101,student,30"), row(1, "STAFF-2026,eng101,teacher,60"), row(1, ",BIO110,,"));
            CsvFile rejects = rejectsOf(ending);
            assertThat(rejects.column("reject_row")).containsExactly("3");
            assertThat(rejects.column("reject_codes")).containsExactly("course1.contradicts");
            assertThat(rejects.column("cohort1")).containsExactly("");
            assertThat(rejects.cell(0, "reject_reasons"))
                    .endsWith("Row 2 asks for eng101 too, with another role and length; Moodle would let one overwrite"
                            + " the other, so make them agree or take one out.");
            assertThat(ending.out())
                    .contains("Rows            3 read, 2 done, 1 rejected (1 of them in part)\n")
                    .contains("Enrolments      2 made, 0 already there, 1 failed\n");
            assertThat(site().enrolments("ENG101"))
                    .singleElement()
                    .satisfies(one -> assertThat(one.roles()).containsExactly("student"));
        }
    }

    @Nested
    @DisplayName("that cannot be done")
    class Impossible {

        @Test
        @DisplayName("gives back all rows of a person whom the site does not take")
        void wholePerson() throws IOException {
            Ending ending = provision(
                    "p01,First1,Last1,owner@example.org,Passw0rd-1,,STUDENTS-2026,ENG101,,",
                    People.cells(2, "weak") + ",,,ENG101,,",
                    row(3, ",ENG101,,"),
                    "p01,First1,Last1,owner@example.org,Passw0rd-1,,,BIO110,,",
                    People.cells(2, "weak") + ",,,ENG101,,",
                    row(3, ",BIO110,,"));
            CsvFile rejects = rejectsOf(ending);
            assertThat(rejects.column("reject_row")).containsExactly("2", "3", "5", "6");
            assertThat(rejects.column("reject_codes"))
                    .containsExactly("email.taken", "password.policy", "person.rejected", "person.rejected");
            assertThat(rejects.cell(2, "reject_reasons"))
                    .isEqualTo("Row 2 stands for p01 and could not be done, so this row could not either; mend row 2.");
            assertThat(rejects.column("course1")).containsExactly("ENG101", "ENG101", "BIO110", "ENG101");
            assertThat(ending.out())
                    .contains("Rows            6 read, 2 done, 4 rejected\n")
                    .contains("Users           1 created, 0 existing\n");
            assertThat(site().usernames()).contains("p03").doesNotContain("p01", "p02");
        }

        @Test
        @DisplayName("gives back the row whose course failed, and every row that asks for the same")
        void oneCourse() throws IOException {
            Ending ending = provision(
                    row(1, "STUDENTS-2026,NOWHERE,,"), row(1, "STUDENTS-2026,ENG101,,"), row(1, ",nowhere,,"));
            CsvFile rejects = rejectsOf(ending);
            assertThat(rejects.column("reject_row")).containsExactly("2", "4");
            assertThat(rejects.column("reject_codes")).containsExactly("course1.unknown", "course1.first-rejected");
            assertThat(rejects.cell(1, "reject_reasons"))
                    .endsWith("Row 2 asks for nowhere too, and it could not be done there; mend both rows.");
            assertThat(rejects.column("cohort1")).containsExactly("", "");
            assertThat(ending.out())
                    .contains("Rows            3 read, 1 done, 2 rejected (2 of them in part)\n")
                    .contains("Cohort members  1 added, 1 already there, 0 failed\n")
                    .contains("Enrolments      1 made, 0 already there, 2 failed\n");
        }

        @Test
        @DisplayName("goes on from its reject file, mended")
        void mended() throws IOException {
            CsvFile rejects = rejectsOf(
                    provision(People.cells(1, "weak") + ",,,ENG101,,", People.cells(1, "weak") + ",,,BIO110,,"));
            Path mended = rejects.put(0, "password", "Passw0rd-1")
                    .put(1, "password", "Passw0rd-1")
                    .saveAs(home.resolve("mended.csv"));
            Ending ending = installation.command("provision", mended.toString());
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(SiteContent.participants(site(), "ENG101")).containsExactly("p01");
            assertThat(SiteContent.participants(site(), "BIO110")).containsExactly("p01");
        }
    }

    @Test
    @DisplayName("is rejected but for the first row of each person where the settings do not say that people repeat")
    void rejectedByDefault() throws IOException {
        installation.settings("");
        CsvFile rejects = rejectsOf(provision(row(1, ",ENG101,,"), row(1, ",BIO110,,")));
        assertThat(rejects.column("reject_codes")).containsExactly("username.duplicate; email.duplicate");
        assertThat(site().enrolments("BIO110")).isEmpty();
    }
}
