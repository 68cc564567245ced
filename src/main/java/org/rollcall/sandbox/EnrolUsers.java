package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.optional;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;

/** {@code enrol_manual_enrol_users}: all of the batch or none of it; a repeated enrolment overwrites the first. */
final class EnrolUsers implements MoodleFunction {
    private final Tables tables;
    private final CourseAccess access;

    EnrolUsers(Tables tables) {
        this.tables = tables;
        this.access = new CourseAccess(tables);
    }

    @Override
    public String name() {
        return "enrol_manual_enrol_users";
    }

    @Override
    public Structure parameters() {
        return structure()
                .with(
                        "enrolments",
                        list(structure()
                                .with("roleid", required(ParamType.INT))
                                .with("userid", required(ParamType.INT))
                                .with("courseid", required(ParamType.INT))
                                .with("timestart", optional(ParamType.INT))
                                .with("timeend", optional(ParamType.INT))
                                .with("suspend", optional(ParamType.INT))));
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
        arguments.items("enrolments").forEach(enrolment -> enrol(enrolment, call));
        return null;
    }

    private void enrol(Arguments enrolment, Call call) {
        long roleId = enrolment.number("roleid");
        long userId = enrolment.number("userid");
        long courseId = enrolment.number("courseid");
        Course course = tables.courses().byId(courseId);
        if (course == null) {
            throw CourseAccess.noContext();
        }
        access.enter(course, call);
        call.require("enrol/manual:enrol");
        refuseUnfit(userId);
        if (!call.caller().assignableRoles().contains(roleId)) {
            throw MoodleFault.of(
                    "wsusercannotassign",
                    "You don't have the permission to assign this role (" + roleId + ") to this user (" + userId
                            + ") in this course (" + courseId + ").");
        }
        Long instance = tables.courses().manualInstance(courseId);
        if (instance == null) {
            throw noInstance(courseId);
        }
        tables.enrolments()
                .enrol(
                        instance,
                        userId,
                        enrolment.number("suspend") != 0,
                        enrolment.number("timestart"),
                        enrolment.number("timeend"),
                        call.now());
        tables.enrolments().assign(roleId, courseId, userId);
    }

    static MoodleFault noInstance(long courseId) {
        return MoodleFault.of(
                "wsnoinstance",
                "Manual enrolment plugin instance doesn't exist or is disabled for the course (id = " + courseId + ")");
    }

    private void refuseUnfit(long userId) {
        Account account = tables.users().required(userId);
        account.requireActive();
        if (account.suspended()) {
            throw MoodleFault.of("usersuspended", "error/usersuspended");
        }
    }
}
