package org.rollcall.progress.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.progress.findings.Question;
import org.rollcall.report.RunSummary.Calls;

/**
 * What a report of progress came to; also the shape of its {@code summary.json}.
 *
 * @param run the run's name
 * @param question what was asked for
 * @param seconds how long the last attempt took
 * @param courses the courses, each with how many got how far
 * @param notes what a reader has to know, such as what the site does not tell
 */
public record ProgressSummary(
        String run,
        Question question,
        String site,
        String mode,
        Instant startedAt,
        Instant endedAt,
        double seconds,
        PeopleCount people,
        List<CourseCount> courses,
        List<String> notes,
        Calls calls) {

    public ProgressSummary {
        courses = List.copyOf(courses);
        notes = List.copyOf(notes);
    }

    /** Since which day things are marked; null for none. */
    public @Nullable LocalDate since() {
        return question.since();
    }

    /**
     * Whom the report is about.
     *
     * @param suspended those whose account is barred from logging in
     * @param deleted those whom the cohort still names, but the site does not have any more
     * @param neverCame those who never used the site
     * @param nowhere those who are enrolled in none of the courses
     */
    public record PeopleCount(long total, long suspended, long deleted, long neverCame, long nowhere) {}

    /**
     * How far people got with a course. Those whose enrolment is suspended are counted for themselves, and the last three
     * figures are null where the question names no day.
     *
     * @param tracksCompletion whether the course tracks completion at all, or null where that is not known
     * @param enrolled those with an enrolment, suspended or not
     * @param notTold those of whom the site does not tell enough
     * @param graded those with a grade of the course as a whole, a hidden one included
     * @param cameSince those who came on that day or later
     * @param didSince those who did an activity on that day or later
     * @param completedSince those who completed the course on that day or later
     */
    public record CourseCount(
            String shortname,
            String fullname,
            @Nullable Boolean tracksCompletion,
            long enrolled,
            long suspended,
            long notEnrolled,
            long notStarted,
            long underWay,
            long complete,
            long notTracked,
            long notTold,
            long graded,
            @Nullable Long cameSince,
            @Nullable Long didSince,
            @Nullable Long completedSince) {}
}
