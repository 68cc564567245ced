package org.rollcall.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody came with a course. A course is complete when all activities that are its criteria are; a real
 * Moodle finds that out by a task that runs each minute, the sandbox at once.
 */
final class CourseCompletion {
    private final List<Activity> tracked;
    private final List<Activity> criteria;
    private final Map<Long, Completion> completions;

    CourseCompletion(Tables tables, long courseId, long userId) {
        tracked = tables.activities().ofCourse(courseId).stream()
                .filter(activity -> activity.tracking() != 0)
                .toList();
        criteria = tracked.stream().filter(Activity::criterion).toList();
        completions = tables.activities().completions(courseId, userId);
    }

    /** Whether a caller may know of somebody's completion of a course. */
    static boolean isOpenTo(Call call, Course course, long userId) {
        return (course.isSite() || course.completion())
                && (call.isOwn(userId)
                        || call.can("moodle/user:viewuseractivitiesreport")
                        || call.can("report/completion:view"));
    }

    /** The activities that the course asks for, in the order of the course page. */
    List<Activity> criteria() {
        return criteria;
    }

    Completion of(Activity activity) {
        return completions.getOrDefault(activity.id(), Completion.NONE);
    }

    boolean isComplete() {
        return !criteria.isEmpty()
                && criteria.stream().allMatch(activity -> of(activity).counts());
    }

    /** How many of a hundred of the tracked activities are done; null where none is tracked. */
    @Nullable
    Double percentage() {
        if (isComplete()) {
            return 100.0;
        }
        if (tracked.isEmpty()) {
            return null;
        }
        long done = tracked.stream().filter(activity -> of(activity).counts()).count();
        return (double) done / tracked.size() * 100;
    }
}
