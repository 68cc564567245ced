package org.rollcall.roster;

import jakarta.validation.Valid;
import java.util.List;

/**
 * What one row of the roster asks for: a person, and what the person should be a member of.
 *
 * @param number the row's number as the registrar sees it; the header is row 1
 * @param person the account
 * @param cohorts in the order of their slots
 * @param courses in the order of their slots
 */
public record RosterRow(
        int number, @Valid Person person, List<@Valid CohortRequest> cohorts, List<@Valid CourseRequest> courses) {
    public RosterRow {
        cohorts = List.copyOf(cohorts);
        courses = List.copyOf(courses);
    }
}
