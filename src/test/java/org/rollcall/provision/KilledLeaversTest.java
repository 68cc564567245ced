package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.sandbox.SandboxEnrolment;

/** As {@link KilledRunTest}, of a roster that people leave. */
@DisplayName("A run that takes people out and whose process was killed")
class KilledLeaversTest {

    private static final int PEOPLE = 24;
    private static final int STAYING = 12;

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void setUp() throws Exception {
        installation = Installation.in(home);
        installation.settings("""
                batch-size: 5
                snapshot:
                  cohorts:
                    STUDENTS-2026: remove-from-cohort
                    STAFF-2026: suspend-account
                  courses:
                    ENG101: unenrol
                    MATH201: suspend-enrolment
                  hold:
                    removals-share: 100%
                """);
        assertThat(installation.command("provision", roster(PEOPLE)).exitCode()).isZero();
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private String roster(int people) throws Exception {
        return installation.roster("roster.csv", lines(people)).toString();
    }

    /** Those behind the staying are each in one of the two places where leaving is a suspension. */
    private static List<String> lines(int people) {
        List<String> lines = new ArrayList<>(List.of(People.COLUMNS + ",cohort1,course1,cohort2,course2"));
        for (int i = 1; i <= people; i++) {
            lines.add(People.cells(i) + ",STUDENTS-2026,ENG101," + (i <= 18 ? "STAFF-2026" : "") + ","
                    + (i <= STAYING || i > 18 ? "MATH201" : ""));
        }
        return lines;
    }

    @ParameterizedTest(name = "{0} of call {2} of {1}")
    @CsvSource({
        "before-send, core_cohort_delete_cohort_members, 1",
        "after-answer, core_cohort_delete_cohort_members, 2",
        "before-commit-after-answer, enrol_manual_unenrol_users, 1",
        "after-answer, enrol_manual_unenrol_users, 2",
        "before-send, enrol_manual_enrol_users, 2",
        "after-answer, enrol_manual_enrol_users, 1",
        "after-answer, core_user_update_users, 1",
        "before-commit-after-answer, core_user_update_users, 2",
    })
    @DisplayName("goes on to the same end, and knows of each removal once")
    void goesOn(String moment, String function, int nth) throws Exception {
        String roster = roster(STAYING);
        Ending killed = installation.commandInChild(
                List.of(
                        "-Dspring.main.sources=" + KillSwitch.class.getName(),
                        "-Dkill.at=" + moment,
                        "-Dkill.function=" + function,
                        "-Dkill.nth=" + nth),
                "provision",
                "--snapshot",
                roster);
        assertThat(killed.exitCode()).as(killed.toString()).isEqualTo(KillSwitch.KILLED);

        Ending ending = installation.command("provision", "--snapshot", roster);
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(ending.out())
                .contains("Going on with run")
                .contains("Left            24 removed, 12 suspended, 0 reported only, 0 failed\n");
        SiteContent site = SiteContent.of(installation.sandbox().state());
        assertThat(site.members().get("STUDENTS-2026")).containsExactlyElementsOf(People.names(STAYING));
        assertThat(SiteContent.participants(installation.sandbox().state(), "ENG101"))
                .containsExactlyInAnyOrderElementsOf(People.names(STAYING));
        assertThat(installation.sandbox().state().enrolments("MATH201").stream().filter(SandboxEnrolment::suspended))
                .hasSize(6);
        assertThat(People.names(PEOPLE).stream()
                        .filter(name ->
                                "1".equals(installation.sandbox().state().userField(name, "suspended"))))
                .hasSize(6);
        assertThat(new LedgerView(home).leaving())
                .containsExactly(
                        "COHORT_MEMBER_REMOVED 12 12",
                        "ENROLMENT_CHANGED 6 6",
                        "UNENROLLED 12 12",
                        "USER_SUSPENDED 6 6");
    }
}
