package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.moodle.RecordedSite.value;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourseFunctionsTest {

    private final RecordedSite site = new RecordedSite();
    private final CourseFunctions courses = site.client.courses();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void byShortnameFindsAHiddenCourse() {
        Recording recording = site.replay("course.by_field_hidden");

        assertThat(value(courses.byShortname("HIDDEN1")))
                .containsExactly(new Course(7, "HIDDEN1", "Hidden course", "HIDDEN1", false, 2L));
        site.assertSentAsIn(recording);
    }

    @Test
    void byIdsGivesTheCourses() {
        Recording recording = site.replay("ok.get_courses");

        assertThat(value(courses.byIds(List.of(2L, 3L))))
                .containsExactly(
                        new Course(2, "ENG101", "English composition", "ENG101", true, 2L),
                        new Course(3, "MATH201", "Linear algebra", "MATH201", true, 2L));
        site.assertSentAsIn(recording);
    }

    @Test
    void allGivesTheSiteItselfAndHiddenCoursesToo() {
        Recording recording = site.replay("course.by_field_no_field_all");

        assertThat(value(courses.all()))
                .extracting(Course::shortname)
                .hasSize(9)
                .startsWith("contract", "ENG101")
                .contains("HIDDEN1");
        site.assertSentAsIn(recording);
    }
}
