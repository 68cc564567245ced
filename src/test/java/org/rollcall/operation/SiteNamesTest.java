package org.rollcall.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.moodle.Cohort;
import org.rollcall.moodle.Course;

@DisplayName("A name that the site does not have")
class SiteNamesTest {

    private final SiteNames courses = SiteNames.ofCourses(List.of(
            course("practice", "Practice Moodle", "", 0),
            course("MATH-101", "Linear algebra", "77-01", 2),
            course("STAT-1", "Statistics", "", 2),
            course("STAT-2", "Statistics", "", 2)));

    private final SiteNames cohorts = SiteNames.ofCohorts(List.of(
            new Cohort(1, "Students 2026", "STUD-26", true),
            new Cohort(2, "The choir", "", true),
            new Cohort(3, "The orchestra", "", true)));

    private static Course course(String shortname, String fullname, String idnumber, long category) {
        return new Course(1, shortname, fullname, idnumber, true, category);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MATH101 | ; it has MATH-101.",
                "MAHT101 | ; it has MATH-101.",
                "linear Algebra | ; that is the full name of the course MATH-101, so write MATH-101.",
                "77-01 | ; that is the ID number of the course MATH-101, so write MATH-101.",
                "Statistics | ; that is the full name of the courses STAT-1 and STAT-2, so write the one that is meant.",
                "Practice Moodle | .",
                "practise | .",
                "BIO110 | .",
            })
    void isExplainedByTheCourses(String wrong, String end) {
        assertThat(courses.endOfSentence(wrong)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stud26 | ; it has STUD-26.",
                "students 2026 | ; that is the name of the cohort STUD-26, so write STUD-26.",
                "The choir | ; that is the name of a cohort that has no ID number; give it one on the site.",
                "NOWHERE | .",
            })
    void isExplainedByTheCohorts(String wrong, String end) {
        assertThat(cohorts.endOfSentence(wrong)).isEqualTo(end);
    }
}
