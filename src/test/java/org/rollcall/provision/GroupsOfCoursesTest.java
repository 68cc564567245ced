package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** Groups of courses that a roster names, and how people come into them. */
@DisplayName("A group")
class GroupsOfCoursesTest {

    private static final String GROUPS_OF_COURSE = "core_group_get_course_groups";
    private static final String GROUP_MEMBERS = "core_group_get_group_members";

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(
                home,
                seed().with("courses", "{shortname: SELFONLY, fullname: Self enrolment only, manual: none}")
                        .options());
    }

    private static PracticeSeed seed() throws IOException {
        return PracticeSeed.stock()
                .with("groups", "{course: ENG101, name: Tutorial A, idnumber: TUT-A}")
                .with("groups", "{course: ENG101, name: Tutorial B}")
                .with("groups", "{course: MATH201, name: Tutorial A}");
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private Ending provision(String columns, String... cells) throws IOException {
        List<String> lines = new ArrayList<>(List.of(People.COLUMNS + "," + columns));
        for (int i = 0; i < cells.length; i++) {
            lines.add(People.cells(i + 1) + "," + cells[i]);
        }
        return installation.command(
                "provision", installation.roster("roster.csv", lines).toString());
    }

    private static void assertThatAllIsDone(Ending ending) {
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
    }

    private SandboxState site() {
        return installation.sandbox().state();
    }

    @Nested
    @DisplayName("that the course has")
    class Existing {

        @Test
        @DisplayName("gets those who are enrolled, whatever the capitals; the same again sends nothing")
        void added() throws IOException {
            String[] rows = {
                "ENG101,Tutorial A,MATH201,Tutorial A", "eng101,TUTORIAL B,,", "ENG101,,MATH201,tutorial a",
            };
            SiteCalls calls = new SiteCalls(installation.sandbox());
            Ending ending = provision("course1,group1,course2,group2", rows);
            assertThatAllIsDone(ending);
            assertThat(ending.out()).contains("Group members   4 added, 0 already there, 0 failed\n");
            assertThat(ending.out()).doesNotContain("Groups  ");
            assertThat(site().groupMembers("ENG101", "Tutorial A")).containsExactly("p01");
            assertThat(site().groupMembers("ENG101", "Tutorial B")).containsExactly("p02");
            assertThat(site().groupMembers("MATH201", "Tutorial A")).containsExactly("p01", "p03");
            assertThat(calls.count(GROUPS_OF_COURSE)).isEqualTo(2);
            assertThat(calls.count(GROUP_MEMBERS)).isZero();
            assertThat(calls.count(SiteCalls.ADD_TO_GROUPS)).isEqualTo(1);

            installation.settings("verify: full");
            SiteCalls again = new SiteCalls(installation.sandbox());
            Ending second = provision("course1,group1,course2,group2", rows);
            assertThatAllIsDone(second);
            assertThat(again.writing()).isEmpty();
            assertThat(again.count(GROUPS_OF_COURSE)).isEqualTo(2);
            assertThat(again.count(GROUP_MEMBERS)).isEqualTo(1);
            assertThat(second.out()).contains("Group members   0 added, 4 already there, 0 failed\n");
            assertThat(installation
                            .summary(second.run())
                            .at("/groups/membersAlready")
                            .asInt())
                    .isEqualTo(4);
        }

        @Test
        @DisplayName("gets somebody back whom somebody else took out of the course and so of the group")
        void takenOut() throws IOException {
            provision("course1,group1", "ENG101,Tutorial A", "ENG101,Tutorial A");
            OtherHand.of(installation).unenrol("p02", "ENG101");
            assertThat(site().groupMembers("ENG101", "Tutorial A")).containsExactly("p01");
            Ending ending = provision("course1,group1", "ENG101,Tutorial A", "ENG101,Tutorial A");
            assertThat(ending.out()).contains("Group members   1 added, 1 already there, 0 failed\n");
            assertThat(site().groupMembers("ENG101", "Tutorial A")).containsExactly("p01", "p02");
        }

        @Test
        @DisplayName("costs a course's groups nothing where no row names one")
        void noGroups() throws IOException {
            SiteCalls calls = new SiteCalls(installation.sandbox());
            Ending ending = provision("course1,group1", "ENG101,", "ENG101,");
            assertThatAllIsDone(ending);
            assertThat(calls.all()).noneMatch(function -> function.startsWith("core_group"));
            assertThat(ending.out()).doesNotContain("Group");
        }

        @Test
        @DisplayName("gets nobody whose enrolment could not be made")
        void notEnrolled() throws IOException {
            Ending ending = provision("course1,group1", "SELFONLY,Tutorial A", "ENG101,Tutorial A");
            assertThat(ending.exitCode()).isEqualTo(1);
            assertThat(installation.csv(ending.run(), "problems.csv")).hasSize(2);
            assertThat(ending.out()).contains("Group members   1 added, 0 already there, 0 failed\n");
        }

        @Test
        @DisplayName("and another one of the same course both get a person who stands in two rows")
        void twoGroups() throws IOException {
            installation.settings("roster.repeated-people: merge");
            List<String> lines = List.of(
                    People.COLUMNS + ",course1,group1",
                    People.cells(1) + ",ENG101,Tutorial A",
                    People.cells(1) + ",ENG101,Tutorial B");
            String roster = installation.roster("long.csv", lines).toString();
            assertThatAllIsDone(installation.command("provision", roster));
            assertThat(site().groupMembers("ENG101", "Tutorial A")).containsExactly("p01");
            assertThat(site().groupMembers("ENG101", "Tutorial B")).containsExactly("p01");
            SiteCalls again = new SiteCalls(installation.sandbox());
            assertThatAllIsDone(installation.command("provision", roster));
            assertThat(again.writing()).isEmpty();
        }
    }

    @Nested
    @DisplayName("that the course does not have")
    class Missing {

        @Test
        @DisplayName("brings the row back with the enrolment that is there, and tells what comes near")
        void near() throws IOException {
            Ending ending = provision(
                    "cohort1,course1,role1,group1",
                    "STAFF-2026,ENG101,student,Tutorial-A",
                    "STAFF-2026,ENG101,student,TUT-A",
                    "STAFF-2026,ENG101,student,Choir",
                    "STAFF-2026,ENG101,student,Tutorial B");
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
            CsvFile rejects = CsvFile.open(installation.report(ending.run(), "rejects.csv"));
            assertThat(rejects.column("username")).containsExactly("p01", "p02", "p03");
            assertThat(rejects.column("reject_codes")).containsOnly("group1.unknown");
            assertThat(installation.csv(ending.run(), "problems.csv").stream().skip(1))
                    .extracting(problem -> problem.get(5))
                    .containsExactly(
                            "The course ENG101 has no group Tutorial-A; it has Tutorial A.",
                            "The course ENG101 has no group TUT-A; that is the ID number of the group Tutorial A, so"
                                    + " write Tutorial A.",
                            "The course ENG101 has no group Choir.");
            assertThat(rejects.column("group1")).containsExactly("Tutorial-A", "TUT-A", "Choir");
            assertThat(rejects.column("course1")).containsOnly("ENG101");
            assertThat(rejects.column("cohort1")).containsOnly("");
            assertThat(site().enrolments("ENG101")).hasSize(4);
            assertThat(ending.out())
                    .contains("4 read, 1 done, 3 rejected (3 of them in part)")
                    .contains("Enrolments      4 made, 0 already there, 0 failed\n")
                    .contains("Group members   1 added, 0 already there, 3 failed\n");
        }

        @Test
        @DisplayName("is created once where the settings say so, whatever the capitals")
        void created() throws IOException {
            installation.settings("create-missing-groups: true");
            String[] rows = {
                "ENG101,Choir,MATH201,Choir", "ENG101,CHOIR,,", "ENG101,Band,,", "ENG101,Tutorial A,,",
            };
            SiteCalls calls = new SiteCalls(installation.sandbox());
            Ending ending = provision("course1,group1,course2,group2", rows);
            assertThatAllIsDone(ending);
            assertThat(ending.out())
                    .contains("Groups          3 created\n")
                    .contains("Group members   5 added, 0 already there, 0 failed\n");
            assertThat(calls.count(SiteCalls.CREATE_GROUPS)).isEqualTo(1);
            assertThat(site().groupNames("ENG101"))
                    .containsExactlyInAnyOrder("Tutorial A", "Tutorial B", "Choir", "Band");
            assertThat(site().groupMembers("ENG101", "Choir")).containsExactly("p01", "p02");
            assertThat(site().groupMembers("MATH201", "Choir")).containsExactly("p01");

            SiteCalls again = new SiteCalls(installation.sandbox());
            Ending second = provision("course1,group1,course2,group2", rows);
            assertThatAllIsDone(second);
            assertThat(again.writing()).isEmpty();
            assertThat(installation.summary(second.run()).at("/groups/created").asInt())
                    .isZero();
        }
    }

    @Test
    @DisplayName("that the token may not manage brings rows back, and their enrolments are there")
    void withoutPermission(@TempDir Path another) throws IOException {
        installation.close();
        installation = Installation.in(
                another, seed().without("moodle/course:managegroups").options());
        Ending ending = provision("course1,group1", "ENG101,Tutorial A", "ENG101,");
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        assertThat(installation.csv(ending.run(), "problems.csv").get(1)).contains("group1.unreadable");
        assertThat(site().enrolments("ENG101")).hasSize(2);
    }

    @Test
    @DisplayName(
            "stands at the end of a roster with dates, statuses and roles that sends nothing when it is given again")
    void allAtOnce() throws IOException {
        installation.settings("create-missing-groups: true\ncreate-missing-cohorts: true\nverify: full\n");
        String columns = "cohort1,course1,role1,group1,enrolstatus1,enroltimestart1,enrolperiod1,course2,role2,group2";
        String[] rows = {
            "NEW-2026,ENG101,student,Choir,0,2026-09-01,30,MATH201,teacher,Staff",
            "NEW-2026,ENG101,student,Choir,1,,90,MATH201,,Tutorial A",
            "NEW-2026,ENG101,,Tutorial B,,2027-09-01 08:00,,MATH201,student,",
            "STAFF-2026,ENG101,teacher,,0,2030-01-01,30,,,",
        };
        Ending first = provision(columns, rows);
        assertThatAllIsDone(first);
        SiteContent before = SiteContent.of(site());
        for (int i = 0; i < 2; i++) {
            SiteCalls calls = new SiteCalls(installation.sandbox());
            Ending again = provision(columns, rows);
            assertThatAllIsDone(again);
            assertThat(calls.writing()).isEmpty();
            assertThat(calls.count("core_enrol_get_enrolled_users"))
                    .as("the roles of each course, and in one of them who has no access")
                    .isEqualTo(2 + 1);
            assertThat(calls.count(GROUPS_OF_COURSE)).isEqualTo(2);
            assertThat(calls.count(GROUP_MEMBERS)).isEqualTo(1);
            assertThat(installation.csv(again.run(), "problems.csv")).hasSize(1);
        }
        assertThat(SiteContent.of(site())).isEqualTo(before);
    }
}
