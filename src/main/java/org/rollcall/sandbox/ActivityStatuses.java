package org.rollcall.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far somebody came with the activities of a course whose completion is tracked and which the caller sees. */
record ActivityStatuses(Tables tables) {

    List<Map<String, @Nullable Object>> of(Course course, long userId, Call call) {
        Map<Long, Completion> completions = tables.activities().completions(course.id(), userId);
        boolean tracked = tables.enrolments().isTracked(course.id(), userId, call.now());
        List<Map<String, @Nullable Object>> statuses = new ArrayList<>();
        for (Activity activity : tables.activities().ofCourse(course.id())) {
            if (activity.tracking() != 0 && activity.isSeenBy(call)) {
                Completion completion = completions.getOrDefault(activity.id(), Completion.NONE);
                Map<String, @Nullable Object> status = status(activity, completion);
                status.put("hascompletion", course.completion());
                status.put("istrackeduser", tracked);
                status.put("details", details(activity, completion, userId));
                statuses.add(status);
            }
        }
        return statuses;
    }

    private static Map<String, @Nullable Object> status(Activity activity, Completion completion) {
        boolean automatic = activity.tracking() == Activity.AUTOMATIC;
        Map<String, @Nullable Object> status = new HashMap<>();
        status.put("cmid", activity.id());
        status.put("modname", activity.module());
        status.put("instance", activity.instance());
        status.put("state", completion.state());
        status.put("timecompleted", completion.timemodified());
        status.put("tracking", activity.tracking());
        status.put("overrideby", null);
        status.put("valueused", false);
        status.put("isautomatic", automatic);
        status.put("uservisible", true);
        // A failed activity is done all the same, where no rule asks for passing it.
        status.put("isoverallcomplete", automatic ? completion.state() != 0 : completion.state() == 1);
        return status;
    }

    private List<Map<String, Object>> details(Activity activity, Completion completion, long userId) {
        List<Map<String, Object>> details = new ArrayList<>();
        if (activity.tracking() == Activity.AUTOMATIC) {
            if (activity.viewRule()) {
                details.add(detail("completionview", completion.viewed(), "View"));
            }
            if (activity.gradeRule()) {
                boolean graded = tables.grades().isGraded(activity.id(), userId);
                details.add(detail("completionusegrade", graded, "Receive a grade"));
            }
        }
        return details;
    }

    private static Map<String, Object> detail(String rule, boolean met, String description) {
        return Map.of("rulename", rule, "rulevalue", Map.of("status", met ? 1 : 0, "description", description));
    }
}
