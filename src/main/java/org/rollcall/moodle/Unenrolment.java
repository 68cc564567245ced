package org.rollcall.moodle;

import java.util.Map;

/**
 * An account whose manual enrolment in a course is to end, with all its roles there (enrol_manual_unenrol_users). One
 * that is not enrolled, or by another method, is passed over in silence.
 */
public record Unenrolment(long userId, long courseId) implements BatchItem {

    @Override
    public Map<String, Object> parameters() {
        return Parameters.of("userid", userId, "courseid", courseId);
    }
}
