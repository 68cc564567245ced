package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.defaulting;
import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.optional;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.rollcall.sandbox.Description.Structure;

/**
 * {@code local_wsfunc_get_visible_courses}: the courses that students can take, of one category or (0) of all. The
 * sandbox's categories have no categories in them.
 */
final class PartnerVisibleCourses implements MoodleFunction {
    private final Tables tables;

    PartnerVisibleCourses(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "local_wsfunc_get_visible_courses";
    }

    @Override
    public Structure parameters() {
        return structure().with("cat", defaulting(ParamType.INT, "0"));
    }

    @Override
    public Description returns() {
        return structure()
                .with(
                        "courses",
                        list(structure()
                                .with("id", required(ParamType.INT))
                                .with("category", required(ParamType.INT))
                                .with("shortname", required(ParamType.RAW))
                                .with("fullname", required(ParamType.RAW))
                                .with("startdate", optional(ParamType.RAW))
                                .with("summary", optional(ParamType.RAW))));
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public Map<String, Object> call(Arguments arguments, Call call) {
        call.enterSite();
        long category = arguments.number("cat");
        List<Course> courses =
                category == 0 ? tables.courses().all() : tables.courses().byCategory(category);
        return Map.of(
                "courses",
                courses.stream()
                        .filter(course -> course.visible() && !course.isSite())
                        .sorted(Comparator.comparing(Course::sortorder))
                        .map(PartnerVisibleCourses::describe)
                        .toList());
    }

    private static Map<String, Object> describe(Course course) {
        return Map.of(
                "id", course.id(),
                "category", course.categoryId(),
                "shortname", course.shortname(),
                "fullname", course.fullname(),
                "startdate", Long.toString(course.startdate()),
                "summary", course.summary());
    }
}
