package org.rollcall.sandbox;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.sandbox.ProgressSeed.ActivitySeed;

/** The part of {@link SeedCheck} that sees to the section {@code progress}. */
final class ProgressCheck {
    private static final String SECTION = "progress";
    private static final String ACTIVITIES = "activities";

    private final SeedCheck check;
    private final Set<String> users;
    private final Set<String> courses;

    ProgressCheck(SeedCheck check, Set<String> users, Set<String> courses) {
        this.check = check;
        this.users = users;
        this.courses = courses;
    }

    /** @throws SandboxException naming the first thing that is unknown or there twice */
    void check(ProgressSeed seed) {
        check.unique(List.of(SECTION, ACTIVITIES), seed.activities(), ActivitySeed::idnumber, List.of());
        Set<String> activities =
                seed.activities().stream().map(ActivitySeed::idnumber).collect(Collectors.toSet());
        Set<String> graded = seed.activities().stream()
                .filter(activity -> activity.grademax() != null)
                .map(ActivitySeed::idnumber)
                .collect(Collectors.toSet());
        SeedCheck.each(seed.activities(), this::activity);
        SeedCheck.each(seed.completions(), (completion, i) -> {
            check.known(completion.user(), users, SECTION, "completions", i, "user");
            check.known(completion.activity(), activities, SECTION, "completions", i, "activity");
            check.known(completion.state(), ProgressLoader.STATES, SECTION, "completions", i, "state");
        });
        SeedCheck.each(seed.grades(), (grade, i) -> {
            check.known(grade.user(), users, SECTION, "grades", i, "user");
            check.known(grade.activity(), graded, SECTION, "grades", i, "activity");
        });
        SeedCheck.each(seed.accesses(), (access, i) -> {
            check.known(access.user(), users, SECTION, "accesses", i, "user");
            check.known(access.course(), courses, SECTION, "accesses", i, "course");
        });
    }

    private void activity(ActivitySeed activity, int i) {
        check.known(activity.course(), courses, SECTION, ACTIVITIES, i, "course");
        check.known(activity.completion(), ProgressLoader.TRACKINGS, SECTION, ACTIVITIES, i, "completion");
        SeedCheck.each(
                Objects.requireNonNullElse(activity.rules(), List.<String>of()),
                (rule, j) -> check.known(rule, ProgressLoader.RULES, SECTION, ACTIVITIES, i, "rules", j));
    }
}
