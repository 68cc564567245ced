package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.defaulting;
import static org.rollcall.sandbox.Description.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rollcall.sandbox.Description.Structure;

/** {@code core_course_get_courses_by_field}: all courses, or those with this id, shortname, idnumber or category. */
final class GetCoursesByField implements MoodleFunction {
    private final Tables tables;
    private final CourseDetails details;

    GetCoursesByField(Tables tables) {
        this.tables = tables;
        this.details = new CourseDetails(tables);
    }

    @Override
    public String name() {
        return "core_course_get_courses_by_field";
    }

    @Override
    public Structure parameters() {
        return structure().with("field", defaulting(ParamType.ALPHA, "")).with("value", defaulting(ParamType.RAW, ""));
    }

    @Override
    public Description returns() {
        return structure()
                .with("courses", Description.list(CourseDetails.description()))
                .with("warnings", Description.warnings());
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public Map<String, Object> call(Arguments arguments, Call call) {
        List<Map<String, Object>> courses = new ArrayList<>();
        for (Course course : find(arguments.text("field"), arguments.text("value"))) {
            boolean updates = call.can("moodle/course:update");
            if (course.visible() || updates || call.can("moodle/course:viewhiddencourses")) {
                courses.add(details.describe(course, call, updates));
            }
        }
        return Map.of("courses", courses, "warnings", List.of());
    }

    private List<Course> find(String field, String value) {
        return switch (field) {
            case "" -> tables.courses().all();
            case "id" -> byIds(List.of(value), false);
            case "ids" -> byIds(List.of(value.replaceAll("[^0-9,]", "").split(",")), true);
            case "shortname" -> tables.courses().byField(field, ParamType.TEXT.clean(value));
            case "idnumber" -> tables.courses().byField(field, value);
            case "category" -> tables.courses().byCategory(PhpNumber.integer(value));
            default -> throw MoodleFault.invalidParameter("Invalid field name");
        };
    }

    /** In a list of ids, one unknown id makes Moodle 4.5 stumble over an error of PHP. */
    private List<Course> byIds(List<String> ids, boolean strict) {
        List<Course> courses = ids.stream()
                .map(PhpNumber::integer)
                .distinct()
                .sorted()
                .map(tables.courses()::byId)
                .filter(Objects::nonNull)
                .toList();
        if (strict && courses.size() < ids.stream().distinct().count()) {
            throw MoodleFault.php("Attempt to assign property \"contextvalidated\" on null");
        }
        return courses;
    }
}
