package org.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The part of the contract that makes things on a site and deletes them again, one step after the other. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
abstract class SelfCleaningContract {
    private final Tally tally = new Tally("steps");
    private Trial trial;
    private Set<String> functions;

    /** The site to hold the contract against. */
    abstract SiteUnderTest site();

    List<Step> steps() {
        return Step.all(trial);
    }

    @BeforeAll
    void begin() {
        trial = new Trial(site());
        functions = trial.functions();
        System.out.printf(
                "What is made on %s has names that begin with %s%n",
                site().moodle().url(), trial.prefix());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void behavesAsMoodle(Step step) throws Exception {
        tally.count(step.name(), () -> step.run(functions));
    }

    @AfterAll
    void clearAway() {
        if (tally.isEmpty()) {
            return;
        }
        List<String> stayed = new Leftovers(trial).clear();
        System.out.println(tally.summary(site().moodle().url().toString()));
        assertThat(stayed).as("what stayed on the site").isEmpty();
        if (site().practice()) {
            assertThat(tally.skipped()).isEmpty();
        }
    }
}
