package org.rollcall.moodle;

/** A role that somebody holds in a course: its id on the site, and its short name, such as {@code student}. */
public record Role(long id, String shortname) {

    static Role from(Answer role) {
        return new Role(role.number("roleid"), role.text("shortname"));
    }
}
