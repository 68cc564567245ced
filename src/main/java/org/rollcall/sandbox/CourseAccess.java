package org.rollcall.sandbox;

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

    /** As {@link #enter}, refused in the words of the functions that read courses. */
    void enterToRead(Course course, Call call) {
        try {
            enter(course, call);
        } catch (MoodleFault e) {
            throw MoodleFault.of(
                    "errorcoursecontextnotvalid",
                    "You cannot execute functions in the course context (course id:" + course.id()
                            + "). The context error message was: "
                            + e.message(call.settings().debug()));
        }
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
