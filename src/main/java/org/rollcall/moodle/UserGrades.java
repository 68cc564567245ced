package org.rollcall.moodle;

import java.util.List;

/** Somebody's grades in a course, the course's own total last. */
public record UserGrades(long courseId, long userId, String fullname, List<GradeItem> items) {

    public UserGrades {
        items = List.copyOf(items);
    }

    static UserGrades from(Answer grades) {
        return new UserGrades(
                grades.number("courseid"),
                grades.number("userid"),
                grades.text("userfullname"),
                grades.list("gradeitems", GradeItem::from));
    }
}
