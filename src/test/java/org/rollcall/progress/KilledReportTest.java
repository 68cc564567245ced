package org.rollcall.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.provision.KillSwitch;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.FaultRule;

/** A process that is killed at some moment, and the same command again: the report is the same, and asked for once. */
@DisplayName("A report that was broken off")
class KilledReportTest {

    private static final int PEOPLE = 120;
    private static final String ACTIVITIES = "core_completion_get_activities_completion_status";
    private static final String USERS_COURSES = "core_enrol_get_users_courses";

    @TempDir
    private Path home;

    private Installation installation;
    private List<List<String>> undisturbed;
    private int callsOfOne;

    @BeforeEach
    void setUp() throws Exception {
        installation = Installation.in(home, ManyPeople.seed(PEOPLE).options());
        // Two partitions, so that one may be through when the other dies.
        installation.settings("concurrency: 2");
        undisturbed = csv(installation.command(command()));
        callsOfOne = installation.sandbox().calls().size();
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private static String[] command() {
        return new String[] {"progress", "--cohort", "MANY", "--course", "ENG101", "MATH201"};
    }

    private List<List<String>> csv(Ending ending) throws Exception {
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        List<List<String>> all = new ArrayList<>();
        for (String file : List.of("progress.csv", "progress-activities.csv", "progress-grades.csv")) {
            all.addAll(installation.csv(ending.run(), file));
        }
        return all;
    }

    private Ending killed(String moment, String function, int nth) throws Exception {
        Ending ending = installation.commandInChild(
                List.of(
                        "-Dspring.main.sources=" + KillSwitch.class.getName(),
                        "-Dkill.at=" + moment,
                        "-Dkill.function=" + function,
                        "-Dkill.nth=" + nth),
                command());
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(KillSwitch.KILLED);
        return ending;
    }

    @ParameterizedTest(name = "{0} of call {2} of {1}")
    @CsvSource({
        "after-answer, core_enrol_get_users_courses, 77",
        "before-commit-after-answer, core_enrol_get_enrolled_users, 3",
        "after-answer, gradereport_user_get_grade_items, 2",
        "before-commit-after-answer, core_completion_get_activities_completion_status, 1",
        "before-send, core_completion_get_course_completion_status, 15",
    })
    @DisplayName("by a kill goes on where it was, and comes out the same")
    void goesOn(String moment, String function, int nth) throws Exception {
        Ending broken = killed(moment, function, nth);
        Ending second = installation.command(command());

        assertThat(second.out()).contains("Going on with report " + broken.run());
        assertThat(csv(second)).isEqualTo(undisturbed);
    }

    @Test
    @DisplayName("asks again only for the people of the chunks that were under way")
    void asksLittleAgain() throws Exception {
        killed("after-answer", ACTIVITIES, 30);
        csv(installation.command(command()));

        int again = installation.sandbox().calls().size() - 2 * callsOfOne;
        // Both chunks of ten people, two courses each and up to two calls a course, and what resolves the question.
        assertThat(again).isBetween(1, 2 * 10 * 2 * 2 + 5);
    }

    @Test
    @DisplayName("because the site went away ends with 3, and the same command goes on")
    void siteWentAway() throws Exception {
        FaultRule down = FaultRule.always(Fault.status(503)).of(USERS_COURSES);
        installation.sandbox().faults().add(down.after(60));
        Ending broken = installation.command(command());
        assertThat(broken.exitCode()).as(broken.toString()).isEqualTo(3);
        assertThat(broken.err()).contains("The same command goes on where this one ended.");
        installation.sandbox().faults().clear();

        Ending second = installation.command(command());

        assertThat(second.run()).isEqualTo(broken.run());
        assertThat(csv(second)).isEqualTo(undisturbed);
    }

    @Test
    @DisplayName("is taken up by the same question in other words, and begun anew once it is finished")
    void sameQuestion() throws Exception {
        Ending broken = killed("after-answer", ACTIVITIES, 1);

        Ending same = installation.command("progress", "--course", "math201", "--course", "eng101", "--cohort", "MANY");
        Ending next = installation.command(command());

        assertThat(same.run()).isEqualTo(broken.run());
        assertThat(next.run()).isNotEqualTo(broken.run());
    }
}
