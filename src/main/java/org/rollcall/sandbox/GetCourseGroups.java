package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;

/** {@code core_group_get_course_groups}: the groups of a course, by name, as far as the caller may know of them. */
final class GetCourseGroups implements MoodleFunction {
    private final Tables tables;
    private final CourseAccess access;

    GetCourseGroups(Tables tables) {
        this.tables = tables;
        this.access = new CourseAccess(tables);
    }

    @Override
    public String name() {
        return "core_group_get_course_groups";
    }

    @Override
    public Structure parameters() {
        return structure().with("courseid", required(ParamType.INT));
    }

    @Override
    public Description returns() {
        return list(Group.shape());
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public List<Map<String, @Nullable Object>> call(Arguments arguments, Call call) {
        long courseId = arguments.number("courseid");
        access.enterToRead(courseId, call);
        call.require("moodle/course:managegroups");
        return tables.groups().ofCourse(courseId).stream()
                .filter(group -> tables.groups().isSeen(group, call))
                .map(Group::answer)
                .toList();
    }
}
