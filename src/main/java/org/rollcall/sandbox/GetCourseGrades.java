package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.defaulting;
import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.optional;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;

/**
 * {@code gradereport_overview_get_course_grades}: somebody's total in each course where the account is a student;
 * without an account the caller's own.
 */
final class GetCourseGrades implements MoodleFunction {
    private static final int STORED_DECIMALS = 5;

    private final Tables tables;

    GetCourseGrades(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "gradereport_overview_get_course_grades";
    }

    @Override
    public Structure parameters() {
        return structure().with("userid", defaulting(ParamType.INT, "0"));
    }

    @Override
    public Description returns() {
        Structure grade = structure()
                .with("courseid", required(ParamType.INT))
                .with("grade", required(ParamType.RAW))
                .with("rawgrade", required(ParamType.RAW))
                .with("rank", optional(ParamType.INT));
        return structure().with("grades", list(grade)).with("warnings", Description.warnings());
    }

    /** Looking at a gradebook for the first time makes it. */
    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public Map<String, Object> call(Arguments arguments, Call call) {
        long asked = arguments.number("userid");
        long userId = asked == 0 ? call.caller().account().id() : asked;
        call.enterSite();
        boolean own = call.isOwn(userId);
        if (!own) {
            tables.users().required(userId).requireActive();
            call.require("moodle/grade:viewall");
        }
        List<Map<String, @Nullable Object>> grades = new ArrayList<>();
        for (Course course : tables.enrolments().courses(userId, own, call.now())) {
            GradeItem whole = tables.grades().ofCourse(course.id());
            if (tables.enrolments().hasRole(course.id(), userId, Enrolments.STUDENT) && isOpen(course, own, call)) {
                grades.add(describe(whole, new CourseTotal(tables, course.id(), userId).total(whole)));
            }
        }
        return Map.of("grades", grades, "warnings", List.of());
    }

    private static boolean isOpen(Course course, boolean own, Call call) {
        boolean seesCourse = course.visible() || call.can("moodle/course:viewhiddencourses");
        boolean seesGrade = call.can("moodle/grade:viewall")
                || call.can("moodle/user:viewuseractivitiesreport")
                || (own && call.can("moodle/grade:view"));
        return seesCourse && seesGrade;
    }

    private static Map<String, @Nullable Object> describe(GradeItem whole, @Nullable Grade total) {
        Map<String, @Nullable Object> described = new HashMap<>();
        described.put("courseid", whole.courseId());
        described.put("grade", total == null ? "-" : GradeText.real(total.value()));
        described.put(
                "rawgrade",
                total == null ? null : total.value().setScale(STORED_DECIMALS).toPlainString());
        return described;
    }
}
