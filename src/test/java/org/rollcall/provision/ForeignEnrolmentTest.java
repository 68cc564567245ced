package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.PracticeSeed;
import org.rollcall.sandbox.SandboxEnrolment;

/** Moodle tells no dates of an enrolment, so those that somebody else gave one are not known. */
@DisplayName("An enrolment that somebody else made")
class ForeignEnrolmentTest {

    private static final String HEADER =
            "username,firstname,lastname,email,course1,role1,enrolstatus1,enroltimestart1,enrolperiod1";
    private static final long START =
            LocalDate.of(2026, 9, 1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();

    @TempDir
    private Path home;

    private Installation installation;
    private OtherHand somebody;

    @BeforeEach
    void setUp() throws Exception {
        installation = Installation.in(
                home,
                PracticeSeed.stock()
                        .with("users", "{username: ola, firstname: Ola, lastname: O, email: ola@example.org}")
                        .options());
        somebody = OtherHand.of(installation);
        somebody.enrol("ola", "ENG101", "teacher", false);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private Ending given(String enrolment) throws Exception {
        return installation.command(
                "provision",
                installation
                        .roster("roster.csv", List.of(HEADER, "ola,Ola,O,ola@example.org," + enrolment))
                        .toString());
    }

    private List<String> codes(Ending ending, int exitCode) throws Exception {
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(exitCode);
        return installation.csv(ending.run(), "problems.csv").stream()
                .skip(1)
                .map(problem -> problem.get(4))
                .toList();
    }

    private SandboxEnrolment enrolment() {
        return installation.sandbox().state().enrolments("ENG101").get(0);
    }

    @Test
    @DisplayName("gets the dates that a row gives, once, and no other role where the row names none")
    void dates() throws Exception {
        assertThat(codes(given("ENG101,,,2026-09-01,30"), 0)).isEmpty();
        SandboxEnrolment set = new SandboxEnrolment("ola", List.of("teacher"), START, START + 30 * 86_400, false);
        assertThat(enrolment()).isEqualTo(set);
        SiteCalls calls = new SiteCalls(installation.sandbox());
        assertThat(codes(given("ENG101,,,2026-09-01,30"), 0)).isEmpty();
        assertThat(calls.writing()).isEmpty();
        assertThat(enrolment()).isEqualTo(set);
    }

    @Test
    @DisplayName("stays as it is where the row gives the status that it has")
    void sameStatus() throws Exception {
        SiteCalls calls = new SiteCalls(installation.sandbox());
        assertThat(codes(given("ENG101,teacher,0,,"), 0)).isEmpty();
        assertThat(calls.writing()).isEmpty();
        somebody.enrol("ola", "ENG101", "teacher", true);
        assertThat(calls.writing()).containsExactly(SiteCalls.ENROL);
        assertThat(codes(given("ENG101,teacher,1,,"), 0)).isEmpty();
        assertThat(calls.writing()).containsExactly(SiteCalls.ENROL);
    }

    @Test
    @DisplayName("gets another status, with a warning that its dates are gone if it had any")
    void otherStatus() throws Exception {
        assertThat(codes(given("ENG101,teacher,1,,"), 0)).containsExactly("course1.dates-unknown");
        assertThat(enrolment()).isEqualTo(new SandboxEnrolment("ola", List.of("teacher"), 0, 0, true));
    }

    @Test
    @DisplayName("that gives no access stays suspended when it gets dates, with a warning")
    void keptSuspended() throws Exception {
        somebody.enrol("ola", "ENG101", "teacher", true);
        assertThat(codes(given("ENG101,,,2026-09-01,"), 0)).containsExactly("course1.kept-suspended");
        assertThat(enrolment()).isEqualTo(new SandboxEnrolment("ola", List.of("teacher"), START, 0, true));
    }

    @Test
    @DisplayName("gets another role only where the row says what is to become of dates or status")
    void otherRole() throws Exception {
        SiteCalls calls = new SiteCalls(installation.sandbox());
        assertThat(codes(given("ENG101,student,,,"), 1)).containsExactly("role1.differs");
        assertThat(calls.writing()).isEmpty();
        assertThat(codes(given("ENG101,student,,2026-09-01,"), 0)).isEmpty();
        assertThat(enrolment()).isEqualTo(new SandboxEnrolment("ola", List.of("teacher", "student"), START, 0, false));
    }

    @Test
    @DisplayName("comes back where the token may not see whether it is suspended and the row does not say")
    void statusUnreadable() throws Exception {
        installation.close();
        installation = Installation.in(
                home,
                PracticeSeed.stock()
                        .without("moodle/course:enrolreview")
                        .with("users", "{username: ola, firstname: Ola, lastname: O, email: ola@example.org}")
                        .options());
        OtherHand.of(installation).enrol("ola", "ENG101", "teacher", true);
        assertThat(codes(given("ENG101,,,2026-09-01,"), 1)).containsExactly("course1.status-unreadable");
        assertThat(enrolment().suspended()).isTrue();
        assertThat(codes(given("ENG101,,0,2026-09-01,"), 0)).isEmpty();
        SiteCalls calls = new SiteCalls(installation.sandbox());
        assertThat(codes(given("ENG101,,0,2026-09-01,"), 0)).isEmpty();
        assertThat(calls.writing()).isEmpty();
    }
}
