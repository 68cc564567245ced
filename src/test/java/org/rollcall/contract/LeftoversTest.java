package org.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.rollcall.installation.PracticeSeed;
import org.rollcall.moodle.MoodleSite;
import org.rollcall.sandbox.ContractVector;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.FaultRule;
import org.rollcall.sandbox.Sandbox;
import org.rollcall.sandbox.SandboxOptions;

@DisplayName("What the self-cleaning part leaves")
class LeftoversTest {

    private static Trial trial(Sandbox sandbox) {
        MoodleSite moodle = MoodleSite.of(sandbox.url(), sandbox.token()).retrying(1, Duration.ofMillis(1));
        return new Trial(new SiteUnderTest(moodle, "ENG101", SiteUnderTest.STUDENT, false));
    }

    /** Runs the steps of these names, or all; those that are skipped or fail keep no other. */
    private static int run(Trial trial, String... names) {
        int done = 0;
        Set<String> functions = trial.functions();
        for (Step step : Step.all(trial)) {
            if (names.length == 0 || List.of(names).contains(step.name())) {
                try {
                    step.run(functions);
                    done++;
                } catch (TestAbortedException | AssertionError e) {
                    // As JUnit goes on with the next.
                }
            }
        }
        return done;
    }

    private static List<Object> contents(Sandbox sandbox) {
        return List.of(
                sandbox.state().usernames(),
                sandbox.state().cohortIdnumbers(),
                sandbox.state().enrolments("ENG101"));
    }

    @Test
    void isNothingAfterStepsThatWereBrokenOff() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory())) {
            List<Object> before = contents(sandbox);
            Trial trial = trial(sandbox);
            assertThat(run(trial, "creates accounts in the order asked", "creates a cohort", "enrols people"))
                    .isEqualTo(3);
            assertThat(contents(sandbox)).isNotEqualTo(before);

            assertThat(new Leftovers(trial).clear()).isEmpty();
            assertThat(contents(sandbox)).isEqualTo(before);
        }
    }

    @Test
    void isNothingAfterACreationWhoseAnswerWasLost() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory())) {
            List<Object> before = contents(sandbox);
            Trial trial = trial(sandbox);
            sandbox.faults()
                    .add(FaultRule.always(Fault.statusAfterCommit(504))
                            .of("core_user_create_users", "core_cohort_create_cohorts"));
            assertThat(run(trial, "creates accounts in the order asked", "creates a cohort"))
                    .isZero();
            assertThat(contents(sandbox)).isNotEqualTo(before);

            assertThat(new Leftovers(trial).clear()).isEmpty();
            assertThat(contents(sandbox)).isEqualTo(before);
        }
    }

    @Test
    void isToldByNameWhenItCannotBeDeleted() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory())) {
            Trial trial = trial(sandbox);
            run(trial, "creates accounts in the order asked", "creates a cohort");
            sandbox.faults()
                    .add(FaultRule.always(Fault.status(500))
                            .of("core_user_delete_users", "core_cohort_delete_cohorts"));

            assertThat(new Leftovers(trial).clear())
                    .satisfiesExactlyInAnyOrder(
                            stayed -> assertThat(stayed).startsWith("the cohort " + trial.prefix() + " cohort: "),
                            stayed -> assertThat(stayed).startsWith("the account " + trial.username(0) + ": "),
                            stayed -> assertThat(stayed).startsWith("the account " + trial.username(1) + ": "),
                            stayed -> assertThat(stayed).startsWith("the account " + trial.username(2) + ": "));
        }
    }

    @Test
    void isToldByTheirPrefixWhenTheSiteCannotBeAsked() {
        Trial trial;
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory())) {
            trial = trial(sandbox);
            run(trial, "creates accounts in the order asked");
        }
        assertThat(new Leftovers(trial).clear())
                .anySatisfy(stayed -> assertThat(stayed)
                        .startsWith("accounts whose names begin with " + trial.prefix() + ", if there are any: "));
    }

    @Test
    void isNothingWhereATokenCouldNotDeleteIt() throws IOException {
        for (String lacking : List.of("core_user_delete_users", "moodle/user:delete")) {
            PracticeSeed seed = PracticeSeed.stock().without(lacking).without("core_cohort_delete_cohorts");
            try (Sandbox sandbox = Sandbox.start(seed.options())) {
                run(trial(sandbox));
                assertThat(sandbox.calls())
                        .contains("core_course_get_courses")
                        .doesNotContain(
                                "core_user_create_users", "core_cohort_create_cohorts", "core_group_create_groups");
            }
        }
    }

    @Test
    void isAGroupWhereTheTokenHasTheFunctionButNotTheRight() {
        SandboxOptions options = SandboxOptions.inMemory().withSeed(ContractVector.FOLDER.resolve("site.yml"));
        try (Sandbox sandbox = Sandbox.start(options)) {
            Trial trial = trial(sandbox);
            assertThat(run(trial, "creates a group")).isEqualTo(1);
            assertThat(new Leftovers(trial).clear())
                    .singleElement()
                    .asString()
                    .startsWith("the group " + trial.prefix() + " group: ")
                    .contains("accessexception");
        }
    }

    @Test
    void isDeletedAsItWasRecordedWhereItIsAGroup() {
        ContractVector recorded = ContractVector.all().stream()
                .filter(vector -> vector.name().equals("ok.delete_groups"))
                .findFirst()
                .orElseThrow();
        assertThat(recorded.body()).isEqualTo("null");
        assertThat(Leftovers.deletionOf(2, "a11ce0000000000000000000000000a1")).isEqualTo(recorded.parameters());
    }
}
