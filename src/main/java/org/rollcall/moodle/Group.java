package org.rollcall.moodle;

/**
 * A group of a course.
 *
 * @param idnumber empty where the group has none
 */
public record Group(long id, long courseId, String name, String idnumber) {

    static Group from(Answer group) {
        return new Group(
                group.number("id"), group.number("courseid"), group.text("name"), group.textOrEmpty("idnumber"));
    }
}
