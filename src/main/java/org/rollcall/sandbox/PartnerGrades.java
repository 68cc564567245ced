package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.defaulting;
import static org.rollcall.sandbox.Description.defaultingList;
import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.optional;
import static org.rollcall.sandbox.Description.optionalList;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;
import static org.rollcall.sandbox.Description.withAll;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;

/**
 * {@code local_wsfunc_get_grades}: the grade items of a course, the total first, or of one activity (its course module
 * id) or kind of activity, and the grades in them of people of the partner's cohorts.
 */
final class PartnerGrades implements MoodleFunction {
    private final Tables tables;
    private final CourseAccess access;
    private final PartnerCohorts cohorts;

    PartnerGrades(Tables tables) {
        this.tables = tables;
        this.access = new CourseAccess(tables);
        this.cohorts = new PartnerCohorts(tables);
    }

    @Override
    public String name() {
        return "local_wsfunc_get_grades";
    }

    @Override
    public Structure parameters() {
        return structure()
                .with("courseid", required(ParamType.INT))
                .with("component", defaulting(ParamType.RAW, ""))
                .with("activityid", optional(ParamType.INT))
                .with("userids", defaultingList(required(ParamType.INT)));
    }

    @Override
    public Description returns() {
        Structure grade = withAll(
                structure(),
                required(ParamType.RAW),
                List.of(
                        "userid",
                        "grade",
                        "locked",
                        "hidden",
                        "overridden",
                        "feedback",
                        "feedbackformat",
                        "usermodified",
                        "datesubmitted",
                        "dategraded",
                        "str_grade",
                        "str_long_grade",
                        "str_feedback"));
        Structure item = withAll(
                structure(),
                required(ParamType.RAW),
                List.of(
                        "activityid",
                        "itemnumber",
                        "scaleid",
                        "name",
                        "grademin",
                        "grademax",
                        "gradepass",
                        "locked",
                        "hidden"));
        return structure()
                .with("items", list(item.with("grades", list(grade))))
                .with("outcomes", optionalList(structure()));
    }

    /** Looking at a gradebook for the first time makes it. */
    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public Map<String, Object> call(Arguments arguments, Call call) {
        call.enterSite();
        Course course = access.known(arguments.number("courseid"));
        List<Long> users = arguments.numbers("userids");
        users.forEach(user -> cohorts.require(user, call));
        Map<Long, CourseTotal> totals = new LinkedHashMap<>();
        users.forEach(user -> totals.put(user, new CourseTotal(tables, course.id(), user)));
        List<Map<String, Object>> items = new ArrayList<>();
        GradeItem whole = tables.grades().ofCourse(course.id());
        if (arguments.text("component").isEmpty() && !arguments.has("activityid")) {
            List<Map<String, @Nullable Object>> grades = new ArrayList<>();
            totals.forEach((user, total) -> grades.add(grade(user, total.total(whole), total.grademax())));
            BigDecimal grademax = new CourseTotal(tables, course.id(), 0).grademax();
            items.add(item("course", "Course total", grademax, grades));
        }
        Map<Long, Activity> activities = new HashMap<>();
        tables.activities().ofCourse(course.id()).forEach(activity -> activities.put(activity.id(), activity));
        for (GradeItem item : tables.grades().ofActivities(course.id())) {
            Activity activity = activities.get(item.activityId());
            if (activity != null && activity.isSeenBy(call) && isAskedFor(activity, arguments)) {
                List<Map<String, @Nullable Object>> grades = new ArrayList<>();
                totals.forEach((user, total) -> grades.add(grade(user, total.of(item), item.grademax())));
                items.add(item(Long.toString(activity.id()), activity.name(), item.grademax(), grades));
            }
        }
        return Map.of("items", items, "outcomes", List.of());
    }

    private static boolean isAskedFor(Activity activity, Arguments arguments) {
        String component = arguments.text("component");
        return (component.isEmpty() || component.equals("mod_" + activity.module()))
                && (!arguments.has("activityid") || arguments.number("activityid") == activity.id());
    }

    private static Map<String, Object> item(
            String activityId, String name, BigDecimal grademax, List<Map<String, @Nullable Object>> grades) {
        Map<String, Object> item = new HashMap<>();
        item.put("activityid", activityId);
        item.put("name", name);
        item.put("grademax", grademax.doubleValue());
        item.put("grades", grades);
        for (String nothing : List.of("itemnumber", "scaleid", "grademin", "gradepass", "locked", "hidden")) {
            item.put(nothing, 0);
        }
        return item;
    }

    private static Map<String, @Nullable Object> grade(long userId, @Nullable Grade grade, BigDecimal grademax) {
        Map<String, @Nullable Object> described = new HashMap<>();
        described.put("userid", userId);
        described.put("usermodified", null);
        for (String nothing : List.of("locked", "overridden", "feedbackformat")) {
            described.put(nothing, 0);
        }
        String text = grade == null ? "-" : GradeText.real(grade.value());
        described.put("hidden", grade != null && grade.hidden() ? 1 : 0);
        described.put("grade", grade == null ? null : grade.value().doubleValue());
        described.put("datesubmitted", grade == null ? null : grade.submitted());
        described.put("dategraded", grade == null ? null : grade.graded());
        described.put("feedback", grade == null ? "" : grade.feedback());
        described.put("str_feedback", grade == null ? "" : grade.feedback());
        described.put("str_grade", text);
        described.put("str_long_grade", grade == null ? text : text + " / " + GradeText.real(grademax));
        return described;
    }
}
