package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.optional;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;

/**
 * {@code enrol_manual_unenrol_users}: all of the batch or none of it. Whoever is not enrolled, or enrolled by another
 * method only, is passed over without a word; so is the role asked for.
 */
final class UnenrolUsers implements MoodleFunction {
    private final Tables tables;
    private final CourseAccess access;

    UnenrolUsers(Tables tables) {
        this.tables = tables;
        this.access = new CourseAccess(tables);
    }

    @Override
    public String name() {
        return "enrol_manual_unenrol_users";
    }

    @Override
    public Structure parameters() {
        return structure()
                .with(
                        "enrolments",
                        list(structure()
                                .with("userid", required(ParamType.INT))
                                .with("courseid", required(ParamType.INT))
                                .with("roleid", optional(ParamType.INT))));
    }

    @Override
    public @Nullable Description returns() {
        return null;
    }

    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public @Nullable Object call(Arguments arguments, Call call) {
        arguments.items("enrolments").forEach(enrolment -> unenrol(enrolment, call));
        return null;
    }

    private void unenrol(Arguments enrolment, Call call) {
        long userId = enrolment.number("userid");
        long courseId = enrolment.number("courseid");
        Course course = tables.courses().byId(courseId);
        if (course == null) {
            throw MoodleFault.missingRecord("course", "id,category", "id = ?", List.of(courseId));
        }
        access.enter(course, call);
        call.require("enrol/manual:unenrol");
        Long instance = tables.courses().anyManualInstance(courseId);
        if (instance == null) {
            throw EnrolUsers.noInstance(courseId);
        }
        tables.users().required(userId).requireActive();
        if (tables.enrolments().unenrol(instance, courseId, userId)) {
            tables.groups().removeFromCourse(courseId, userId);
            tables.grades().removeFromCourse(courseId, userId);
            tables.accesses().removeFromCourse(courseId, userId);
        }
    }
}
