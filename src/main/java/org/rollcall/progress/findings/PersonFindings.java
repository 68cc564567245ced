package org.rollcall.progress.findings;

import java.util.List;

/** All that was found of somebody, course by course. */
public record PersonFindings(Person person, List<CourseFindings> courses) {

    public PersonFindings {
        courses = List.copyOf(courses);
    }
}
