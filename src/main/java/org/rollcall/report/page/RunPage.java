package org.rollcall.report.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page on a run shows, in the order of the page; a part that is null or empty is left out.
 *
 * @param name what the run is called, such as {@code Run 2026-11-21-0007}
 * @param status how it ended
 * @param headline what it came to
 * @param next what is to be said and done about it, a sentence each
 * @param command what to type; null for nothing
 * @param facts what it is about
 * @param notes what was assumed, and what else is worth knowing of the file, a sentence each
 * @param counts what became of rows, accounts and memberships
 * @param meanings what the colours of the counts mean
 * @param plan what a plan would do
 * @param errors what is wrong with rows, by kind
 * @param rejects the rows that come back; null where none do
 * @param warnings what else was found, by kind
 * @param places cohorts and courses; null where there are none
 * @param steps the time that the steps took
 * @param calls the calls that were sent
 * @param history the last runs; null where this is the only one
 * @param files what lies beside the page
 * @param written when the page was written
 */
public record RunPage(
        String name,
        Status status,
        String headline,
        List<String> next,
        @Nullable String command,
        List<Fact> facts,
        List<String> notes,
        List<Count> counts,
        List<Bar.Meaning> meanings,
        List<Tally> plan,
        List<Kind> errors,
        @Nullable Rejects rejects,
        List<Kind> warnings,
        @Nullable Places places,
        List<Step> steps,
        List<Calls> calls,
        @Nullable History history,
        List<BesideIt> files,
        String written) {

    /** How a run ended: a colour of the style sheet, and a word. */
    public record Status(String kind, String words) {}

    /** One thing about a run. */
    public record Fact(String name, String value) {}

    /** Something that is counted, as a bar and in numbers; {@code more} says more of it, or is empty. */
    public record Count(String what, String more, Bar bar, Map<String, String> numbers) {
        /** The number of one kind of its parts. */
        public String number(String kind) {
            return numbers.getOrDefault(kind, "");
        }
    }

    /** How often something is to happen or happened. */
    public record Tally(String what, String count) {}

    /** A kind of problem, how often it was found, and the first of them. */
    public record Kind(String code, String count, List<Example> examples) {}

    /** A problem; its row is empty where it is about none. */
    public record Example(String row, String message) {}

    /**
     * Rows that come back.
     *
     * @param title the heading
     * @param note what is to be said of the table; null for nothing
     */
    public record Rejects(String title, @Nullable String note, List<Reject> rows) {}

    /** A row that comes back, and what is wrong with it; {@code kinds} is what it is sorted by. */
    public record Reject(String row, String name, String username, boolean partly, String kinds, List<Fault> faults) {}

    /** What is wrong with a row, and in which columns. */
    public record Fault(String columns, String message) {}

    /**
     * Cohorts and courses.
     *
     * @param made the title of what was made; null where nothing can have been
     * @param open the title of what is to be made; null where nothing can be
     * @param left the title of who leaves; null where nobody can
     * @param note how many are left out; null for none
     */
    public record Places(
            @Nullable String made,
            @Nullable String open,
            @Nullable String left,
            @Nullable String note,
            List<Place> rows) {}

    /** A cohort or course, and what became of the people in it. */
    public record Place(
            String kind, String name, String made, String open, String already, String failed, String left) {}

    /** What a step did, and how long it took. */
    public record Step(String what, String attempts, String seconds, Bar bar) {}

    /** The calls of one function. */
    public record Calls(String function, String calls, String items, String failures, String mean) {}

    /** The last runs of rosters of one name, the newest last. */
    public record History(String title, double width, List<Column> columns, List<Past> runs) {}

    /** One run in the picture of the last ones. */
    public record Column(String title, List<Piece> pieces) {}

    /** A piece of such a column. */
    public record Piece(String kind, double x, double y, double width, double height) {}

    /** A run of the past. */
    public record Past(String run, String began, String ended, String rows, String done, String same, String back) {}

    /** A file that lies beside the page. */
    public record BesideIt(String name, String what) {}
}
