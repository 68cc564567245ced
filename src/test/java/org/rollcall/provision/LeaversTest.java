package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.rollcall.installation.PracticeSeed;
import org.rollcall.sandbox.SandboxEnrolment;

@DisplayName("A roster that is a snapshot")
class LeaversTest {

    private static final String COHORT = "STUDENTS-2026";
    private static final String[] SCOPE = {"--snapshot", "--scope-cohort", COHORT, "--scope-course", "ENG101"};
    private static final long FIRST_OF_SEPTEMBER =
            Instant.parse("2026-09-01T00:00:00Z").getEpochSecond();
    private static final long END = Instant.parse("2026-12-10T00:00:00Z").getEpochSecond();
    private static final String TAKE_OUT = """
            snapshot:
              cohorts:
                STUDENTS-2026: remove-from-cohort
              courses:
                ENG101: unenrol
            """;

    @TempDir
    private Path home;

    private Installation installation;
    private OtherHand otherHand;

    /** Five people are in the cohort and the course because of Rollcall, and the teacher is in the course without it. */
    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(
                home,
                PracticeSeed.stock()
                        .with("users", "{username: tess, firstname: Tess, lastname: Teacher, email: tess@example.org}")
                        .options());
        otherHand = OtherHand.of(installation);
        otherHand.enrol("tess", "ENG101", "teacher", null);
        assertThat(installation.command("provision", file(people(5))).exitCode())
                .isZero();
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private static List<String> people(int count) {
        return People.roster(count, "cohort1,course1", COHORT + ",ENG101");
    }

    private String file(List<String> lines) throws IOException {
        return installation.roster("roster.csv", lines).toString();
    }

    private Ending command(String command, List<String> roster, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(options));
        arguments.add(file(roster));
        return installation.command(arguments.toArray(String[]::new));
    }

    private List<String> members() {
        return installation.sandbox().state().cohortMembers(COHORT).stream()
                .sorted()
                .toList();
    }

    private List<String> participants() {
        return SiteContent.participants(installation.sandbox().state(), "ENG101").stream()
                .sorted()
                .toList();
    }

    private List<String> leavers(Ending ending) throws IOException {
        return installation.csv(ending.run(), "leavers.csv").stream()
                .skip(1)
                .map(line -> String.join(" ", line.get(0), line.get(3), line.get(4), line.get(5)))
                .toList();
    }

    @Nested
    @DisplayName("finds who is in its scope on the site and not in the roster")
    class Finds {

        @Test
        @DisplayName("and reports them, unless a setting says more")
        void reportsByDefault() throws IOException {
            SiteCalls calls = new SiteCalls(installation.sandbox());
            Ending plan = command("plan", people(4), SCOPE);

            assertThat(plan.exitCode()).as(plan.toString()).isZero();
            assertThat(plan.out()).contains("Left            3 reported only, see", "Nothing is to be done");
            assertThat(leavers(plan))
                    .containsExactly(
                            "p05 STUDENTS-2026 report left, reported only",
                            "tess ENG101 report left, reported only",
                            "p05 ENG101 report left, reported only");
            Ending run = command("provision", people(4), SCOPE);
            assertThat(run.exitCode()).as(run.toString()).isZero();
            assertThat(calls.writing()).isEmpty();
            assertThat(participants()).hasSize(6);
        }

        @Test
        @DisplayName("and plans to take out those alone whom Rollcall put in")
        void plans() throws IOException {
            installation.settings(TAKE_OUT);
            Ending plan = command("plan", people(4), "--snapshot");

            assertThat(plan.out()).containsPattern("Would +remove +2").contains("1 reported only");
            assertThat(installation.csv(plan.run(), "plan.csv").stream()
                            .skip(1)
                            .filter(line -> !line.get(2).equals("unchanged")))
                    .extracting(line ->
                            String.join(" ", line.get(1), line.get(2), line.get(3), line.get(5)) + ": " + line.get(6))
                    .containsExactly(
                            "p05 remove STUDENTS-2026 removed from the cohort: The roster does not name the person for the cohort STUDENTS-2026.",
                            "tess left, reported only ENG101 : The roster does not name the person for the course ENG101, but Rollcall did not put them there (rollcall.snapshot.also-foreign).",
                            "p05 remove ENG101 unenrolled: The roster does not name the person for the course ENG101.");
        }

        @Test
        @DisplayName("but never somebody whose row was rejected, by whatever of it is known")
        void notRejected() throws IOException {
            installation.settings(TAKE_OUT + "  hold:\n    rejected-share: 100%\n");
            List<String> roster = people(3);
            roster.add("p04,First4,Last4,no address," + "Passw0rd-4,STUDENTS-2026,ENG101");
            roster.add("p 05,First5,Last5,p05@example.org,Passw0rd-5,STUDENTS-2026,ENG101");
            Ending plan = command("plan", roster, "--snapshot");

            assertThat(plan.out()).contains("2 rejected");
            assertThat(leavers(plan)).containsExactly("tess ENG101 report left, reported only");
        }

        @Test
        @DisplayName("and not those who are recognized unchanged")
        void unchanged() throws IOException {
            Ending plan = command("plan", people(5), "--snapshot", "--scope-cohort", COHORT, "--verify", "ledger");
            assertThat(leavers(plan)).isEmpty();
        }

        @Test
        @DisplayName("in a run of its own, that goes by its scope")
        void ownRun() throws IOException {
            Ending plain = command("plan", people(4));
            Ending snapshot = command("plan", people(4), "--snapshot", "--scope-cohort", COHORT);
            assertThat(snapshot.run()).isNotEqualTo(plain.run());
            assertThat(home.resolve("reports").resolve(plain.run()).resolve("leavers.csv"))
                    .doesNotExist();
        }
    }

    @Nested
    @DisplayName("takes leavers out")
    class TakesOut {

        @Test
        @DisplayName("of the cohort and the course, once, and then there is nothing more to do")
        void removes() throws IOException {
            installation.settings(TAKE_OUT);
            Ending run = command("provision", people(4), "--snapshot");

            assertThat(run.exitCode()).as(run.toString()).isZero();
            assertThat(run.out()).contains("Left            2 removed, 0 suspended, 1 reported only, 0 failed");
            assertThat(members()).containsExactly("p01", "p02", "p03", "p04");
            assertThat(participants()).containsExactly("p01", "p02", "p03", "p04", "tess");
            assertThat(leavers(run))
                    .containsExactly(
                            "p05 STUDENTS-2026 remove-from-cohort done",
                            "tess ENG101 report left, reported only",
                            "p05 ENG101 unenrol done");
            assertThat(installation.summary(run.run()).at("/snapshot/removed").asInt())
                    .isEqualTo(2);

            SiteCalls calls = new SiteCalls(installation.sandbox());
            Ending again = command("provision", people(4), "--snapshot");
            assertThat(again.exitCode()).as(again.toString()).isZero();
            assertThat(calls.writing()).isEmpty();
        }

        @Test
        @DisplayName("and puts them in again when they come back")
        void comesBack() throws IOException {
            installation.settings(TAKE_OUT);
            command("provision", people(4), "--snapshot");
            Ending back = command("provision", people(5), "--snapshot", "--verify", "ledger");

            assertThat(back.exitCode()).as(back.toString()).isZero();
            assertThat(members()).hasSize(5);
            assertThat(participants()).hasSize(6);
        }

        @Test
        @DisplayName("whom others put there, too, where a setting says so")
        void foreign() throws IOException {
            installation.settings(TAKE_OUT + "  also-foreign: true\n");
            Ending run = command("provision", people(5), "--snapshot");
            assertThat(run.out()).contains("Left            1 removed");
            assertThat(participants()).containsExactly("p01", "p02", "p03", "p04", "p05");
        }

        @Test
        @DisplayName("by suspending the enrolment, with role and dates as they were, and once")
        void suspendsEnrolment() throws IOException {
            List<String> dated = People.roster(5, "course1,enroltimestart1,enrolperiod1", "MATH201,2026-09-01,100");
            command("provision", dated);
            installation.settings("snapshot:\n  courses:\n    MATH201: suspend-enrolment");
            Ending run = command("provision", dated.subList(0, 5), "--snapshot");

            assertThat(run.exitCode()).as(run.toString()).isZero();
            assertThat(run.out()).contains("Left            0 removed, 1 suspended, 0 reported only, 0 failed");
            assertThat(SiteContent.of(installation.sandbox().state())
                            .enrolments()
                            .get("MATH201"))
                    .contains(
                            new SandboxEnrolment("p04", List.of("student"), FIRST_OF_SEPTEMBER, END, false),
                            new SandboxEnrolment("p05", List.of("student"), FIRST_OF_SEPTEMBER, END, true));
            SiteCalls calls = new SiteCalls(installation.sandbox());
            Ending again = command("provision", dated.subList(0, 5), "--snapshot");
            assertThat(leavers(again)).containsExactly("p05 MATH201 report left, reported only");
            assertThat(calls.writing()).isEmpty();
        }

        @Test
        @DisplayName("by suspending the account, unless the roster names the person elsewhere")
        void suspendsAccount() throws IOException {
            installation.settings("snapshot:\n  cohorts:\n    STUDENTS-2026: suspend-account");
            List<String> roster = people(3);
            roster.add(People.cells(4) + ",,ENG101");
            Ending run = command("provision", roster, "--snapshot");

            assertThat(run.exitCode()).as(run.toString()).isZero();
            assertThat(leavers(run))
                    .containsExactly(
                            "p04 STUDENTS-2026 report left, reported only", "p05 STUDENTS-2026 suspend-account done");
            assertThat(installation.sandbox().state().userField("p05", "suspended"))
                    .isEqualTo("1");
            assertThat(installation.sandbox().state().userField("p04", "suspended"))
                    .isEqualTo("0");
            SiteCalls calls = new SiteCalls(installation.sandbox());
            assertThat(command("provision", roster, "--snapshot").exitCode()).isZero();
            assertThat(calls.writing()).isEmpty();
        }

        @Test
        @DisplayName("and tells whom somebody else had taken out since the plan was made")
        void goneSince() throws IOException {
            installation.settings(TAKE_OUT);
            Ending plan = command("plan", people(4), "--snapshot");
            otherHand.unenrol("p05", "ENG101");
            SiteCalls calls = new SiteCalls(installation.sandbox());
            Ending applied = installation.command("apply", plan.run());

            assertThat(applied.exitCode()).as(applied.toString()).isZero();
            assertThat(applied.out()).contains("Left            1 removed");
            assertThat(leavers(plan)).contains("p05 ENG101 unenrol had happened already");
            assertThat(calls.writing()).containsExactly(SiteCalls.REMOVE_MEMBERS);
        }

        @Test
        @DisplayName("and tells whom the site did not let go, each with its reason")
        void refused() throws IOException {
            installation.close();
            installation = Installation.in(
                    home.resolve("other"),
                    PracticeSeed.stock().without("enrol/manual:unenrol").options());
            assertThat(command("provision", people(5)).exitCode()).isZero();
            installation.settings(TAKE_OUT);
            Ending run = command("provision", people(3), "--snapshot");

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
            assertThat(run.out()).contains("Left            2 removed, 0 suspended, 0 reported only, 2 failed");
            assertThat(installation.csv(run.run(), "problems.csv").get(1))
                    .startsWith("", "error", "", "p04", "leaver.refused");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--snapshot                             | A snapshot has to be of something",
                "--scope-course ENG101                  | need --snapshot",
                "--snapshot --scope-course ENG110       | names the course ENG110, which the site does not have",
                "--snapshot --scope-cohort STUDENTS     | names the cohort STUDENTS, which the site does not have",
            })
    @DisplayName("is refused, and nothing is done, where its scope is not to be had")
    void unusableScope(String options, String sentence) throws IOException {
        SiteCalls calls = new SiteCalls(installation.sandbox());
        Ending ending = command("plan", people(4), options.strip().split(" "));
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(2);
        assertThat(ending.err()).contains(sentence);
        assertThat(calls.writing()).isEmpty();
    }

    @Test
    @DisplayName("is refused where a setting means something that a cohort does not have")
    void unfitSetting() throws IOException {
        installation.settings("snapshot:\n  cohorts:\n    STUDENTS-2026: unenrol");
        Ending ending = command("plan", people(4), "--snapshot");
        assertThat(ending.exitCode()).isEqualTo(2);
        assertThat(ending.err())
                .contains("The setting rollcall.snapshot.cohorts.STUDENTS-2026 is unenrol, which is for a course.");
    }
}
