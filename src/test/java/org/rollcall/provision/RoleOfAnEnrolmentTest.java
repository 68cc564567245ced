package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
import org.rollcall.sandbox.SandboxEnrolment;

/**
 * Moodle sets an enrolment anew when it is asked for once more: a suspended one is active, an end is gone. So nothing is
 * sent where nothing differs, and a change says everything that is to stay.
 */
@DisplayName("Somebody whom Rollcall enrolled, as a student, suspended and for thirty days,")
class RoleOfAnEnrolmentTest {

    private static final String HEADER =
            "username,firstname,lastname,email,password,course1,role1,enrolstatus1,enroltimestart1,enrolperiod1";

    private static final long START = midnight(LocalDate.of(2026, 9, 1));
    private static final long THIRTY_DAYS = 30 * 86_400L;

    @TempDir
    private Path home;

    private Installation installation;
    private SandboxEnrolment before;

    @BeforeEach
    void setUp() throws Exception {
        installation = Installation.in(home);
        given("ENG101,student,1,2026-09-01,30");
        before = enrolment();
        assertThat(before).isEqualTo(new SandboxEnrolment("ann", List.of("student"), START, START + THIRTY_DAYS, true));
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private static long midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    private Ending given(String enrolment) throws Exception {
        Path roster =
                installation.roster("roster.csv", List.of(HEADER, "ann,Ann,A,ann@example.org,Passw0rd-1," + enrolment));
        Ending ending = installation.command("provision", roster.toString());
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(installation.csv(ending.run(), "problems.csv")).hasSize(1);
        return ending;
    }

    private void givenWithoutAnyWrite(String enrolment) throws Exception {
        SandboxEnrolment there = enrolment();
        SiteCalls calls = new SiteCalls(installation.sandbox());
        Ending ending = given(enrolment);
        assertThat(calls.writing()).isEmpty();
        assertThat(ending.out()).contains("Enrolments      0 made, 1 already there, 0 failed\n");
        assertThat(enrolment()).isEqualTo(there);
    }

    private void givenAsAChange(String enrolment) throws Exception {
        Ending ending = given(enrolment);
        assertThat(ending.out())
                .contains("Enrolments      0 made, 0 already there, 0 failed\n")
                .contains("Changed         1 enrolments\n");
    }

    private SandboxEnrolment enrolment() {
        return installation.sandbox().state().enrolments("ENG101").get(0);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("stays so, and nothing is sent, when the roster asks for no more than that")
    @ValueSource(
            strings = {
                "ENG101,student,1,2026-09-01,30",
                "eng101,,1,2026-09-01 00:00,30",
                "ENG101,student,1,,",
                "ENG101,student,,2026-09-01,30",
                "ENG101,student,,,",
                "ENG101,,,,",
            })
    void nothingElse(String same) throws Exception {
        givenWithoutAnyWrite(same);
    }

    @Test
    @DisplayName("is asked about twice at most: for the roles, and for who has no access")
    void reads() throws Exception {
        installation.settings("verify: full");
        SiteCalls calls = new SiteCalls(installation.sandbox());
        given("ENG101,student,1,2026-09-01,30");
        given("ENG101,student,,2026-09-01,30");
        assertThat(calls.count("core_enrol_get_enrolled_users")).isEqualTo(2 + 1);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is changed in what the roster asks otherwise, and in nothing else; the same again sends nothing")
    @CsvSource(delimiter = '|', textBlock = """
            ENG101,student,0,2026-09-02,5 | 2026-09-02 | 5  | false
            ENG101,student,,2026-09-02,5  | 2026-09-02 | 5  | true
            ENG101,,,2026-09-01,31        | 2026-09-01 | 31 | true
            ENG101,,0,,                   | 2026-09-01 | 30 | false
            """)
    void otherwise(String wanted, LocalDate start, int days, boolean suspended) throws Exception {
        givenAsAChange(wanted);
        long begin = midnight(start);
        assertThat(enrolment())
                .isEqualTo(new SandboxEnrolment("ann", List.of("student"), begin, begin + days * 86_400L, suspended));
        givenWithoutAnyWrite(wanted);
    }

    @Test
    @DisplayName("gets another role on top and keeps dates and status when the roster says nothing of them")
    void otherRole() throws Exception {
        givenAsAChange("ENG101,teacher,,,");
        assertThat(enrolment().roles()).containsExactlyInAnyOrder("student", "teacher");
        assertThat(enrolment())
                .usingRecursiveComparison()
                .ignoringFields("roles")
                .isEqualTo(before);
        givenWithoutAnyWrite("ENG101,teacher,,,");
        givenWithoutAnyWrite("ENG101,student,1,2026-09-01,30");
    }

    @Test
    @DisplayName("gets another role with the dates and the status that the roster gives")
    void otherRoleAndDates() throws Exception {
        givenAsAChange("ENG101,teacher,0,2026-09-02,5");
        assertThat(enrolment().roles()).containsExactlyInAnyOrder("student", "teacher");
        assertThat(enrolment().suspended()).isFalse();
        assertThat(enrolment().timestart()).isEqualTo(midnight(LocalDate.of(2026, 9, 2)));
    }

    @Test
    @DisplayName("is suspended again where the roster says so and somebody has lifted it, and is left alone otherwise")
    void liftedByHand() throws Exception {
        given("ENG101,student,1,2026-09-01,3000");
        OtherHand.of(installation).enrol("ann", "ENG101", "student", false);
        givenWithoutAnyWrite("ENG101,student,,,");
        givenAsAChange("ENG101,student,1,,");
        assertThat(enrolment().suspended()).isTrue();
    }

    @Test
    @DisplayName("is not taken for suspended while the enrolment has not begun")
    void notBegun() throws Exception {
        String nextYear =
                LocalDateTime.now(ZoneOffset.UTC).toLocalDate().plusYears(1).toString();
        givenAsAChange("ENG101,student,0," + nextYear + ",30");
        givenWithoutAnyWrite("ENG101,student,0," + nextYear + ",30");
        givenAsAChange("ENG101,student,,2026-09-01,3000");
        assertThat(enrolment().suspended()).isFalse();
    }

    @Test
    @DisplayName("keeps the end of a length without a start on every later day")
    void lengthOnAnotherDay() throws Exception {
        installation.settings("site.time-zone: Pacific/Kiritimati");
        givenAsAChange("ENG101,student,,,30");
        SandboxEnrolment set = enrolment();
        assertThat(set.timeend() - set.timestart()).isEqualTo(THIRTY_DAYS);
        // There it is the day before, at any time.
        installation.settings("site.time-zone: Pacific/Pago_Pago");
        givenWithoutAnyWrite("ENG101,student,,,30");
        givenAsAChange("ENG101,teacher,,,");
        givenWithoutAnyWrite("ENG101,student,,,30");
        assertThat(enrolment().timeend()).isEqualTo(set.timeend());
        givenAsAChange("ENG101,student,,,31");
        SandboxEnrolment longer = enrolment();
        assertThat(longer.timestart()).isNotEqualTo(set.timestart());
        assertThat(longer.timeend() - longer.timestart()).isEqualTo(31 * 86_400L);
    }
}
