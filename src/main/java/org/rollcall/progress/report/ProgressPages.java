package org.rollcall.progress.report;

import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.progress.report.ProgressPage.CourseBar;
import org.rollcall.progress.report.ProgressSummary.CourseCount;
import org.rollcall.report.page.Bar;
import org.rollcall.report.page.Bar.Meaning;
import org.rollcall.report.page.Bar.Share;
import org.rollcall.report.page.Figures;
import org.rollcall.report.page.Pages;
import org.rollcall.report.page.RunPage.BesideIt;
import org.rollcall.report.page.RunPage.Fact;

/** Writes a report as a page. */
final class ProgressPages {

    /** A browser takes its time with more. */
    private static final int MOST_ROWS = 10_000;

    static final String COMPLETE = "done";
    static final String UNDER_WAY = "way";
    static final String NOT_STARTED = "idle";
    static final String NOT_TRACKED = "same";

    private static final List<Meaning> MEANINGS = List.of(
            new Meaning(COMPLETE, "Complete", "complete: the course's conditions are met"),
            new Meaning(UNDER_WAY, "Under way", "under way: came, or has done something"),
            new Meaning(NOT_STARTED, "Not started", "not started"),
            new Meaning(NOT_TRACKED, "Not tracked", "not tracked, or not told by the site"));

    private final ProgressView view;
    private final ProgressSummary summary;

    ProgressPages(ProgressView view) {
        this.view = view;
        this.summary = view.summary();
    }

    /** @param isAmongOthers whether the other files of the report lie beside it */
    void write(Pages pages, Writer writer, boolean isAmongOthers) {
        pages.write("progress", Map.of("page", page(isAmongOthers)), writer);
    }

    private ProgressPage page(boolean isAmongOthers) {
        List<CourseCount> courses = summary.courses();
        long rows = courses.stream().mapToLong(course -> rows(course)).sum();
        return new ProgressPage(
                "Report " + summary.run(),
                headline(courses),
                facts(),
                summary.notes(),
                MEANINGS,
                courses.stream().map(this::bar).toList(),
                new PageRows(view).rows().limit(MOST_ROWS).iterator(),
                rows > MOST_ROWS
                        ? "The table shows the first %s of %s lines; the other files of the report have all of them."
                                .formatted(Figures.count(MOST_ROWS), Figures.count(rows))
                        : null,
                summary.since() == null ? null : String.valueOf(summary.since()),
                summary.calls().byFunction().entrySet().stream()
                        .map(entry -> new ProgressPage.Calls(entry.getKey(), Figures.count(entry.getValue())))
                        .toList(),
                isAmongOthers ? besideIt() : List.of(),
                Figures.moment(summary.endedAt(), view.zone()));
    }

    private static long rows(CourseCount course) {
        return course.notStarted()
                + course.underWay()
                + course.complete()
                + course.notTracked()
                + course.notTold()
                + course.suspended()
                + course.notEnrolled();
    }

    private static String headline(List<CourseCount> courses) {
        if (courses.isEmpty()) {
            return "Nobody is enrolled in a course";
        }
        return "%s complete, %s under way, %s not started"
                .formatted(
                        Figures.count(courses.stream()
                                .mapToLong(CourseCount::complete)
                                .sum()),
                        Figures.count(courses.stream()
                                .mapToLong(CourseCount::underWay)
                                .sum()),
                        Figures.count(courses.stream()
                                .mapToLong(CourseCount::notStarted)
                                .sum()));
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Of whom", summary.question().words()));
        facts.add(new Fact(
                "Site",
                summary.site().equals("sandbox")
                        ? "the sandbox, Rollcall's built-in practice Moodle"
                        : summary.site()));
        facts.add(new Fact("Began", Figures.moment(summary.startedAt(), view.zone())));
        facts.add(new Fact("People", people()));
        facts.add(new Fact("Calls", Figures.count(summary.calls().total())));
        return facts;
    }

    private String people() {
        StringBuilder text = new StringBuilder(Figures.count(summary.people().total()));
        append(text, summary.people().neverCame(), "never came to the site");
        append(text, summary.people().nowhere(), "enrolled in none of the courses");
        append(text, summary.people().suspended(), "suspended");
        append(text, summary.people().deleted(), "deleted");
        return text.toString();
    }

    private static void append(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(", ").append(Figures.count(count)).append(' ').append(what);
        }
    }

    private CourseBar bar(CourseCount course) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(COMPLETE, course.complete());
        counts.put(UNDER_WAY, course.underWay());
        counts.put(NOT_STARTED, course.notStarted());
        counts.put(NOT_TRACKED, course.notTracked() + course.notTold());
        Map<String, String> numbers = new LinkedHashMap<>();
        counts.forEach((kind, count) -> numbers.put(kind, Figures.count(count)));
        String title = "%s: %s complete, %s under way, %s not started"
                .formatted(course.shortname(), numbers.get(COMPLETE), numbers.get(UNDER_WAY), numbers.get(NOT_STARTED));
        return new CourseBar(
                course.shortname(),
                course.fullname(),
                more(course),
                Bar.of(
                        title,
                        counts.entrySet().stream()
                                .map(entry -> new Share(entry.getKey(), entry.getValue()))
                                .toList()),
                numbers,
                news(course));
    }

    private static String more(CourseCount course) {
        List<String> more = new ArrayList<>();
        if (Boolean.FALSE.equals(course.tracksCompletion())) {
            more.add("does not track completion");
        }
        if (course.suspended() > 0) {
            more.add(Figures.count(course.suspended()) + " suspended");
        }
        if (course.notEnrolled() > 0) {
            more.add(Figures.count(course.notEnrolled()) + " not enrolled");
        }
        return String.join(", ", more);
    }

    private static String news(CourseCount course) {
        @Nullable Long came = course.cameSince();
        @Nullable Long completed = course.completedSince();
        return came == null || completed == null
                ? ""
                : Figures.count(came) + " came and " + Figures.count(completed) + " completed";
    }

    private static List<BesideIt> besideIt() {
        return List.of(
                new BesideIt(ReportFormat.XLSX.fileName(), "a sheet for each course, with every activity and grade"),
                new BesideIt(ReportFormat.CSV.fileName(), "a line for each person and course"),
                new BesideIt(ProgressReports.ACTIVITIES, "a line for each person and activity"),
                new BesideIt(ProgressReports.GRADES, "a line for each grade"),
                new BesideIt("summary.json", "the figures, for programs"));
    }
}
