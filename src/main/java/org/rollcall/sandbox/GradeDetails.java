package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.optional;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;
import static org.rollcall.sandbox.Description.withAll;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;

/** Somebody's row of each grade item of a course, the course's total last, as Moodle's user report has them. */
final class GradeDetails {
    private static final int PLAIN_TEXT = 2;

    private final Tables tables;

    GradeDetails(Tables tables) {
        this.tables = tables;
    }

    static Structure description() {
        Structure item = withAll(
                structure(),
                required(ParamType.RAW),
                List.of(
                        "id",
                        "itemname",
                        "itemtype",
                        "itemmodule",
                        "iteminstance",
                        "itemnumber",
                        "idnumber",
                        "categoryid",
                        "outcomeid",
                        "scaleid"));
        return withAll(
                item,
                optional(ParamType.RAW),
                List.of(
                        "locked",
                        "cmid",
                        "weightraw",
                        "weightformatted",
                        "status",
                        "graderaw",
                        "gradedatesubmitted",
                        "gradedategraded",
                        "gradehiddenbydate",
                        "gradeneedsupdate",
                        "gradeishidden",
                        "gradeislocked",
                        "gradeisoverridden",
                        "gradeformatted",
                        "grademin",
                        "grademax",
                        "rangeformatted",
                        "percentageformatted",
                        "lettergradeformatted",
                        "rank",
                        "numusers",
                        "averageformatted",
                        "feedback",
                        "feedbackformat"));
    }

    List<Map<String, @Nullable Object>> of(Course course, long userId, Call call) {
        GradeItem whole = tables.grades().ofCourse(course.id());
        CourseTotal total = new CourseTotal(tables, course.id(), userId);
        Map<Long, Activity> activities = new HashMap<>();
        tables.activities().ofCourse(course.id()).forEach(activity -> activities.put(activity.id(), activity));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (GradeItem item : total.items()) {
            Activity activity = activities.get(item.activityId());
            if (activity != null && activity.isSeenBy(call)) {
                Map<String, @Nullable Object> row = row(item, total.of(item), item.grademax(), total.isGraded(), call);
                addActivity(row, activity, whole);
                addWeight(row, item, total);
                rows.add(row);
            }
        }
        Map<String, @Nullable Object> row = row(whole, total.total(whole), total.grademax(), total.isGraded(), call);
        row.put("itemtype", "course");
        rows.add(row);
        return rows;
    }

    private static Map<String, @Nullable Object> row(
            GradeItem item, @Nullable Grade grade, BigDecimal grademax, boolean kept, Call call) {
        boolean hidden = grade != null && grade.hidden();
        Grade shown = hidden && !call.can("moodle/grade:viewhidden") ? null : grade;
        Boolean known = call.can("moodle/grade:viewall") ? false : null;
        Map<String, @Nullable Object> row = new HashMap<>();
        for (String nothing :
                List.of("itemname", "itemmodule", "itemnumber", "idnumber", "categoryid", "outcomeid", "scaleid")) {
            row.put(nothing, null);
        }
        row.put("id", item.id());
        row.put("iteminstance", item.instance());
        row.put("locked", known);
        row.put("graderaw", shown == null ? null : shown.value().doubleValue());
        row.put("gradedatesubmitted", grade == null ? null : grade.submitted());
        row.put("gradedategraded", grade == null ? null : grade.graded());
        row.put("gradehiddenbydate", false);
        row.put("gradeneedsupdate", false);
        row.put("gradeishidden", hidden);
        row.put("gradeislocked", known);
        row.put("gradeisoverridden", known);
        row.put("gradeformatted", shown == null ? "-" : GradeText.real(shown.value()));
        row.put("grademin", 0);
        row.put("grademax", grademax.doubleValue());
        row.put("rangeformatted", GradeText.range(grademax));
        row.put("percentageformatted", shown == null ? "-" : GradeText.percentage(shown.value(), grademax));
        row.put("feedback", grade == null ? "" : grade.feedback());
        // Who has no grade at all in a course has no rows in Moodle's tables; then the format is PHP's empty one.
        row.put("feedbackformat", kept ? PLAIN_TEXT : 0);
        return row;
    }

    private static void addActivity(Map<String, @Nullable Object> row, Activity activity, GradeItem whole) {
        row.put("itemname", activity.name());
        row.put("itemtype", "mod");
        row.put("itemmodule", activity.module());
        row.put("itemnumber", 0);
        row.put("idnumber", activity.idnumber());
        row.put("categoryid", whole.instance());
        row.put("cmid", activity.id());
    }

    private static void addWeight(Map<String, @Nullable Object> row, GradeItem item, CourseTotal total) {
        if (total.isGraded()) {
            row.put("weightraw", total.weight(item).doubleValue());
            row.put("weightformatted", GradeText.weight(total.weight(item)));
            if (total.of(item) == null) {
                row.put("status", "novalue");
            }
        }
    }
}
