package org.rollcall.moodle;

import java.util.List;

/** Who is enrolled in a course, by any enrolment method, active or not, with the roles held there. */
public record Participant(long userId, List<Role> roles) {

    public Participant {
        roles = List.copyOf(roles);
    }

    static Participant from(Answer user) {
        return new Participant(
                user.number("id"), user.list("roles").stream().map(Role::from).toList());
    }
}
