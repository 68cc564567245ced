package org.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.opentest4j.TestAbortedException;

/**
 * One step of the self-cleaning part.
 *
 * @param name what the site has to do
 * @param functions those without which the step is skipped, among them those that clear away what it makes
 * @param action carries it out; fails with an {@link AssertionError}
 */
record Step(String name, List<String> functions, Runnable action) {

    /** All steps, in their order. */
    static List<Step> all(Trial trial) {
        AccountSteps accounts = new AccountSteps(trial);
        CourseSteps courses = new CourseSteps(trial);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "reads as many form fields as the client may send",
                List.of(),
                () -> assertThat(Outcomes.done(trial.client().site().readsAllFields()))
                        .isTrue()));
        steps.addAll(accounts.beginning());
        steps.addAll(new CohortSteps(trial).all());
        steps.addAll(courses.beginning());
        steps.addAll(new GroupSteps(trial).all());
        steps.addAll(courses.end());
        steps.addAll(accounts.end());
        return steps;
    }

    /** Carries it out, unless a function is missing. */
    void run(Set<String> allowed) {
        List<String> missing = functions.stream()
                .filter(function -> !allowed.contains(function))
                .toList();
        if (!missing.isEmpty()) {
            throw new TestAbortedException("the token may not call " + String.join(", ", missing));
        }
        action.run();
    }

    @Override
    public String toString() {
        return name;
    }
}
