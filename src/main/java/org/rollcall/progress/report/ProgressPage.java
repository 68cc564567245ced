package org.rollcall.progress.report;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.report.page.Bar;
import org.rollcall.report.page.RunPage.BesideIt;
import org.rollcall.report.page.RunPage.Fact;

/**
 * What the page of a report shows, in the order of the page.
 *
 * @param name what the report is called
 * @param headline what it came to
 * @param facts what it is about
 * @param notes what a reader has to know, a sentence each
 * @param meanings what the colours mean
 * @param courses how far people got with each course
 * @param rows the people, course by course
 * @param rowNote how many of them are left out; null for none
 * @param since the day from which on things are marked; null for none
 * @param calls the calls that were sent, by function
 * @param files what lies beside the page; empty for nothing
 * @param written when the page was written
 */
public record ProgressPage(
        String name,
        String headline,
        List<Fact> facts,
        List<String> notes,
        List<Bar.Meaning> meanings,
        List<CourseBar> courses,
        Iterator<Row> rows,
        @Nullable String rowNote,
        @Nullable String since,
        List<Calls> calls,
        List<BesideIt> files,
        String written) {

    /** A course, as a bar and in numbers; {@code more} says more of it, or is empty. */
    public record CourseBar(
            String name, String fullname, String more, Bar bar, Map<String, String> numbers, String news) {
        /** The number of one kind of its parts. */
        public String number(String kind) {
            return numbers.getOrDefault(kind, "");
        }
    }

    /**
     * Somebody in a course.
     *
     * @param kind the colour of how far they got; empty for none
     * @param activities how many activities they did, of how many; empty where that is not told
     * @param done the same as a number to sort by
     * @param isNew whether they came since the day that is asked about
     */
    public record Row(
            String name,
            String username,
            String account,
            String course,
            String enrolment,
            String lastCame,
            String kind,
            String completion,
            String completedAt,
            String activities,
            String done,
            String grade,
            String gradeNumber,
            boolean isNew) {}

    /** The calls of one function. */
    public record Calls(String function, String calls) {}
}
