package org.rollcall.progress.findings;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question, with what it stands for on the site.
 *
 * @param cohortId the site's id of the cohort; null where there is none, or the site does not tell of cohorts
 * @param courses the courses that it names
 * @param functions the web-service functions that the token may call
 */
public record SiteQuestion(
        Question question, @Nullable Long cohortId, List<ReportCourse> courses, Set<String> functions) {

    public SiteQuestion {
        courses = List.copyOf(courses);
        functions = Set.copyOf(functions);
    }

    /** Whether the report is about all courses in which the people of the cohort are enrolled. */
    public boolean findsCourses() {
        return question.courses().isEmpty();
    }
}
