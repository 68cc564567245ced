package org.rollcall.progress.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.CompletionState;
import org.rollcall.progress.findings.Activity;
import org.rollcall.progress.findings.ActivityState;
import org.rollcall.progress.findings.CourseFindings;
import org.rollcall.progress.findings.Item;
import org.rollcall.progress.findings.ItemGrade;
import org.rollcall.progress.findings.Outline;
import org.rollcall.progress.findings.Person;
import org.rollcall.progress.findings.Reading;
import org.rollcall.progress.report.SheetRow.Styles;

/** The people of a course, a row each, with its activities and grades as columns; on further sheets where one is full. */
final class CourseSheet {

    private static final List<String> COLUMNS = List.of(
            "Username",
            "Full name",
            "Email",
            "ID number",
            "Account",
            "Enrolment",
            "Roles",
            "Last came",
            "Completion",
            "Completed",
            "Activities done",
            "of",
            "Grade",
            "Grade as shown");

    private static final List<String> COLUMNS_SINCE = List.of("Came since", "Activities since");

    private static final int CHARACTER = 256;
    private static final int WIDTH = 18;
    private static final int MOST_COLUMNS = 16_384;

    private final SXSSFWorkbook workbook;
    private final Styles styles;
    private final SheetNames names;
    private final ProgressView view;
    private final Outline outline;
    private final int mostRows;
    private SXSSFSheet sheet;
    private int rows;

    /** @param mostRows as many as a sheet has below its header */
    CourseSheet(
            SXSSFWorkbook workbook, Styles styles, SheetNames names, ProgressView view, Outline outline, int mostRows) {
        this.workbook = workbook;
        this.styles = styles;
        this.names = names;
        this.view = view;
        this.outline = outline;
        this.mostRows = mostRows;
        this.sheet = begin();
    }

    private SXSSFSheet begin() {
        SXSSFSheet begun = workbook.createSheet(names.next(outline.course().shortname()));
        begun.createFreezePane(2, 1);
        SheetRow header = new SheetRow(begun.createRow(0), styles);
        List<String> titles = titles();
        titles.forEach(header::header);
        for (int column = 0; column < titles.size(); column++) {
            begun.setColumnWidth(column, WIDTH * CHARACTER);
        }
        rows = 0;
        return begun;
    }

    private List<String> titles() {
        List<String> titles = new ArrayList<>(COLUMNS);
        if (view.since() != null) {
            titles.addAll(COLUMNS_SINCE);
        }
        outline.activities().forEach(activity -> titles.add(activity.title()));
        outline.items().stream().filter(item -> !item.isTotal()).forEach(item -> titles.add("Grade: " + item.title()));
        return titles.subList(0, Math.min(titles.size(), MOST_COLUMNS));
    }

    void add(Person person, CourseFindings found) {
        if (rows == mostRows) {
            end();
            sheet = begin();
        }
        SheetRow row = new SheetRow(sheet.createRow(++rows), styles);
        boolean told = found.standing().activities() == Reading.READ
                && !outline.activities().isEmpty();
        ItemGrade total = found.total();
        row.text(person.username())
                .text(person.name())
                .text(person.email())
                .text(person.idnumber())
                .text(person.account().words())
                .text(found.standing().enrolment().words())
                .text(found.standing().roles())
                .time(found.standing().lastAccess(), view.zone(), view.lastCame(found))
                .text(found.howFar().words())
                .time(found.standing().completedAt(), view.zone(), "")
                .number(told ? found.activitiesDone() : null)
                .number(told ? outline.activities().size() : null)
                .number(total == null ? null : total.grade())
                .text(ProgressView.grade(found));
        if (view.since() != null) {
            row.text(view.cameSince(found) ? "yes" : "no").number(told ? view.didSince(found) : null);
        }
        for (Activity activity : outline.activities()) {
            ActivityState state = found.done().get(activity.id());
            row.text(told ? ActivityState.words(state == null ? CompletionState.INCOMPLETE : state.state()) : "");
        }
        for (Item item : outline.items()) {
            if (!item.isTotal()) {
                grade(row, found.grades().get(item.key()));
            }
        }
    }

    private static void grade(SheetRow row, @Nullable ItemGrade grade) {
        if (grade == null || grade.grade() == null) {
            row.text(grade == null ? "" : grade.words());
        } else {
            row.number(grade.grade());
        }
    }

    void end() {
        sheet.setAutoFilter(new CellRangeAddress(0, rows, 0, titles().size() - 1));
    }
}
