package org.rollcall.sandbox;

import org.jspecify.annotations.Nullable;

/** Whether a caller may enter a course, as Moodle's {@code require_login} decides it. */
record CourseAccess(Tables tables) {

    /** @throws MoodleFault if the caller may not enter the course */
    void enter(Course course, Call call) {
        if (!course.isSite()) {
            boolean sees = call.can("moodle/course:view");
            if (!course.visible() && !call.can("moodle/course:viewhiddencourses")) {
                throw MoodleFault.requireLogin("Course is hidden");
            }
            if (!sees
                    && !tables.enrolments()
                            .isActive(course.id(), call.caller().account().id(), call.now())) {
                throw MoodleFault.requireLogin("Not enrolled");
            }
        }
        call.enterSite();
    }

    /** @throws MoodleFault if there is no such course */
    Course known(long courseId) {
        Course course = tables.courses().byId(courseId);
        if (course == null) {
            throw MoodleFault.missingRecord("course", "id", courseId);
        }
        return course;
    }

    /** As {@link #enter}, refused in the words of the functions that read courses. */
    void enterToRead(Course course, Call call) {
        wrapped(course, course.id(), call);
    }

    /** As {@link #enterToRead(Course, Call)}; an unknown course is refused in the same words. */
    void enterToRead(long courseId, Call call) {
        wrapped(tables.courses().byId(courseId), courseId, call);
    }

    private void wrapped(@Nullable Course course, long courseId, Call call) {
        try {
            if (course == null) {
                throw noContext();
            }
            enter(course, call);
        } catch (MoodleFault e) {
            throw MoodleFault.of(
                    "errorcoursecontextnotvalid",
                    "You cannot execute functions in the course context (course id:" + courseId
                            + "). The context error message was: "
                            + e.message(call.settings().debug()));
        }
    }

    /** What Moodle says where it looks for a course's context only. */
    static MoodleFault noContext() {
        return MoodleFault.invalidParameter("Context does not exist");
    }

    boolean mayEnter(Course course, Call call) {
        try {
            enter(course, call);
            return true;
        } catch (MoodleFault e) {
            return false;
        }
    }
}
