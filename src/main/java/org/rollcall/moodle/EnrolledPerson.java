package org.rollcall.moodle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is enrolled in a course, by any enrolment method, active or not.
 *
 * @param lastCourseAccess when they last opened the course, or null for never
 * @param tellsCourseAccess whether the site tells that at all
 * @param roles the roles held in the course
 */
public record EnrolledPerson(
        SeenPerson person, @Nullable Instant lastCourseAccess, boolean tellsCourseAccess, List<Role> roles) {

    public EnrolledPerson {
        roles = List.copyOf(roles);
    }

    static EnrolledPerson from(Answer user) {
        return new EnrolledPerson(
                SeenPerson.from(user),
                user.optionalTime("lastcourseaccess"),
                user.optionalNumber("lastcourseaccess") != null,
                user.optionalList("roles").stream().map(Role::from).toList());
    }
}
