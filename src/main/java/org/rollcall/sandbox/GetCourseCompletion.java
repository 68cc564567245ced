package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;

/**
 * {@code core_completion_get_course_completion_status}: what a course asks for and how much of it somebody has done.
 * The sandbox's courses ask for the completion of activities, and for all of them.
 */
final class GetCourseCompletion implements MoodleFunction {
    /** Moodle's number of the criterion that an activity be complete. */
    private static final int ACTIVITY = 4;

    private static final int ALL_CRITERIA = 1;
    private static final String TITLE = "Activity completion";

    private final Tables tables;
    private final CourseAccess access;

    GetCourseCompletion(Tables tables) {
        this.tables = tables;
        this.access = new CourseAccess(tables);
    }

    @Override
    public String name() {
        return "core_completion_get_course_completion_status";
    }

    @Override
    public Structure parameters() {
        return GetActivitiesCompletion.ofCourseAndUser();
    }

    @Override
    public Description returns() {
        Structure details = structure()
                .with("type", required(ParamType.TEXT))
                .with("criteria", required(ParamType.RAW))
                .with("requirement", required(ParamType.TEXT))
                .with("status", required(ParamType.TEXT));
        Structure criterion = structure()
                .with("type", required(ParamType.INT))
                .with("title", required(ParamType.TEXT))
                .with("status", required(ParamType.NOTAGS))
                .with("complete", required(ParamType.BOOL))
                .with("timecompleted", required(ParamType.INT))
                .with("details", details);
        return structure()
                .with(
                        "completionstatus",
                        structure()
                                .with("completed", required(ParamType.BOOL))
                                .with("aggregation", required(ParamType.INT))
                                .with("completions", list(criterion)))
                .with("warnings", Description.warnings());
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public Map<String, Object> call(Arguments arguments, Call call) {
        Course course = access.known(arguments.number("courseid"));
        Account user = tables.users().required(arguments.number("userid"));
        user.requireActive();
        access.enter(course, call);
        if (!CourseCompletion.isOpenTo(call, course, user.id())) {
            throw MoodleFault.of("cannotviewreport", "You cannot view this report");
        }
        if (!tables.enrolments().isTracked(course.id(), user.id(), call.now())) {
            throw call.isOwn(user.id())
                    ? MoodleFault.of("notenroled", "You are not enrolled in this course")
                    : MoodleFault.of("usernotenroled", "User is not enrolled in this course");
        }
        CourseCompletion completion = new CourseCompletion(tables, course.id(), user.id());
        if (completion.criteria().isEmpty()) {
            throw MoodleFault.of("nocriteriaset", "No completion criteria set for this course");
        }
        List<Map<String, @Nullable Object>> completions = new ArrayList<>();
        completion.criteria().forEach(activity -> completions.add(describe(activity, completion.of(activity), call)));
        return Map.of(
                "completionstatus",
                Map.of("completed", completion.isComplete(), "aggregation", ALL_CRITERIA, "completions", completions),
                "warnings",
                List.of());
    }

    private static Map<String, @Nullable Object> describe(Activity activity, Completion completion, Call call) {
        Map<String, @Nullable Object> criterion = new HashMap<>();
        criterion.put("type", ACTIVITY);
        criterion.put("title", TITLE);
        criterion.put("status", completion.counts() ? "Yes" : "No");
        criterion.put("complete", completion.counts());
        criterion.put("timecompleted", completion.counts() ? completion.timemodified() : null);
        String link = "<a href=\"" + call.siteUrl() + "/mod/" + activity.module() + "/view.php?id=" + activity.id()
                + "\">" + activity.name() + "</a>";
        criterion.put(
                "details",
                Map.of(
                        "type",
                        TITLE,
                        "criteria",
                        activity.module().equals("label") ? activity.name() : link,
                        "requirement",
                        requirement(activity),
                        "status",
                        ""));
        return criterion;
    }

    private static String requirement(Activity activity) {
        if (activity.tracking() == Activity.MANUAL) {
            return "Marking yourself complete";
        }
        List<String> rules = new ArrayList<>();
        if (activity.viewRule()) {
            rules.add("Viewing the " + activity.title());
        }
        if (activity.gradeRule()) {
            rules.add("Achieving grade");
        }
        return String.join(", ", rules);
    }
}
