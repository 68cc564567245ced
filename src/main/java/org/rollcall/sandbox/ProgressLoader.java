package org.rollcall.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rollcall.sandbox.ProgressSeed.AccessSeed;
import org.rollcall.sandbox.ProgressSeed.ActivitySeed;
import org.rollcall.sandbox.ProgressSeed.CompletionSeed;
import org.rollcall.sandbox.ProgressSeed.GradeSeed;

/** Fills the tables of activities, completions, grades and accesses from a seed that was checked. */
final class ProgressLoader {
    static final List<String> RULES = List.of("view", "grade");

    /** The names of Moodle's numbers of completion tracking, from 0. */
    static final List<String> TRACKINGS = List.of("none", "manual", "automatic");

    /** The names of Moodle's completion states, from 0. */
    static final List<String> STATES = List.of("incomplete", "complete", "passed", "failed");

    private final Tables tables;
    private final Map<String, Long> users;
    private final Map<String, Long> courses;
    private final long now;
    private final Map<String, Long> activities = new HashMap<>();
    private final Map<Long, Long> items = new HashMap<>();

    ProgressLoader(Tables tables, Map<String, Long> users, Map<String, Long> courses, long now) {
        this.tables = tables;
        this.users = users;
        this.courses = courses;
        this.now = now;
    }

    void load(ProgressSeed seed) {
        seed.activities().forEach(this::activity);
        courses.values()
                .forEach(course -> tables.grades()
                        .ofActivities(course)
                        .forEach(item -> items.put(Objects.requireNonNull(item.activityId()), item.id())));
        seed.completions().forEach(this::completion);
        seed.grades().forEach(this::grade);
        seed.accesses().forEach(this::access);
    }

    private void activity(ActivitySeed seed) {
        List<String> rules = Seed.orNone(seed.rules());
        Activity activity = tables.activities()
                .add(new Activity(
                        0,
                        SeedLoader.find(courses, seed.course(), "course"),
                        seed.module(),
                        0,
                        seed.name(),
                        seed.idnumber(),
                        TRACKINGS.indexOf(Objects.requireNonNullElse(seed.completion(), "none")),
                        rules.contains("view"),
                        rules.contains("grade"),
                        !Boolean.TRUE.equals(seed.hidden()),
                        Boolean.TRUE.equals(seed.criterion())));
        activities.put(seed.idnumber(), activity.id());
        if (seed.grademax() != null) {
            tables.grades().addItem(activity, seed.grademax());
        }
    }

    private void completion(CompletionSeed seed) {
        int state = STATES.indexOf(Objects.requireNonNullElse(seed.state(), "incomplete"));
        boolean viewed = Boolean.TRUE.equals(seed.viewed());
        tables.activities()
                .complete(
                        SeedLoader.find(activities, seed.activity(), "activity"),
                        SeedLoader.find(users, seed.user(), "user"),
                        new Completion(state, viewed, Objects.requireNonNullElse(seed.time(), now)));
    }

    private void grade(GradeSeed seed) {
        long item = Objects.requireNonNull(items.get(SeedLoader.find(activities, seed.activity(), "activity")));
        tables.grades()
                .give(
                        SeedLoader.find(users, seed.user(), "user"),
                        new Grade(
                                item,
                                seed.grade(),
                                Objects.requireNonNullElse(seed.feedback(), ""),
                                seed.submitted(),
                                Objects.requireNonNullElse(seed.time(), now),
                                Boolean.TRUE.equals(seed.hidden())));
    }

    private void access(AccessSeed seed) {
        String course = seed.course();
        long courseId = course == null ? Course.SITE : SeedLoader.find(courses, course, "course");
        tables.accesses()
                .note(
                        courseId,
                        SeedLoader.find(users, seed.user(), "user"),
                        Objects.requireNonNullElse(seed.time(), now));
    }
}
