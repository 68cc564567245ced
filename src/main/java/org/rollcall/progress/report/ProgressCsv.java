package org.rollcall.progress.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.rollcall.moodle.CompletionState;
import org.rollcall.progress.findings.Activity;
import org.rollcall.progress.findings.ActivityState;
import org.rollcall.progress.findings.CourseFindings;
import org.rollcall.progress.findings.EnrolmentState;
import org.rollcall.progress.findings.Item;
import org.rollcall.progress.findings.ItemGrade;
import org.rollcall.progress.findings.Person;
import org.rollcall.progress.findings.PersonFindings;
import org.rollcall.progress.findings.Reading;
import org.rollcall.report.SafeCsv;

/** A report as CSV: a line a person and course, and in two more files a line an activity and a line a grade. */
final class ProgressCsv {

    private static final List<String> COLUMNS = List.of(
            "username",
            "full_name",
            "email",
            "id_number",
            "account",
            "last_access_site",
            "course",
            "course_name",
            "enrolment",
            "roles",
            "last_access_course",
            "completion",
            "completed_at",
            "activities_done",
            "activities",
            "grade",
            "grade_max",
            "grade_shown");

    private static final List<String> COLUMNS_SINCE = List.of("since", "came_since", "activities_since");

    private static final List<String> ACTIVITY_COLUMNS =
            List.of("username", "full_name", "course", "activity", "kind", "activity_id", "state", "completed_at");

    private static final List<String> GRADE_COLUMNS = List.of(
            "username",
            "full_name",
            "course",
            "item",
            "kind",
            "activity_id",
            "grade",
            "grade_max",
            "grade_shown",
            "graded_at");

    private final ProgressView view;

    ProgressCsv(ProgressView view) {
        this.view = view;
    }

    void writeCourses(BufferedWriter writer) throws IOException {
        SafeCsv csv = new SafeCsv(writer);
        List<String> columns = new ArrayList<>(COLUMNS);
        if (view.since() != null) {
            columns.addAll(COLUMNS_SINCE);
        }
        csv.write(columns);
        for (Iterator<PersonFindings> people = view.people().get(); people.hasNext(); ) {
            PersonFindings found = people.next();
            if (found.courses().isEmpty()) {
                csv.write(nowhere(found.person(), columns.size()));
            }
            found.courses().forEach(course -> csv.write(line(found.person(), course)));
        }
        csv.finish();
    }

    private List<String> person(Person person) {
        return List.of(
                person.username(),
                person.name(),
                person.email(),
                person.idnumber(),
                person.account().words(),
                view.lastCame(person));
    }

    /** Somebody who is in no course at all. */
    private List<String> nowhere(Person person, int columns) {
        List<String> line = new ArrayList<>(person(person));
        line.addAll(List.of("", ""));
        line.add(EnrolmentState.NONE.words());
        while (line.size() < columns) {
            line.add("");
        }
        return line;
    }

    private List<String> line(Person person, CourseFindings found) {
        List<String> line = new ArrayList<>(person(person));
        ItemGrade total = found.total();
        line.addAll(List.of(
                found.course().shortname(),
                found.course().fullname(),
                found.standing().enrolment().words(),
                found.standing().roles(),
                view.lastCame(found),
                found.howFar().words(),
                view.time(found.standing().completedAt())));
        boolean told = isTold(found);
        line.add(told ? Long.toString(found.activitiesDone()) : "");
        line.add(told ? Integer.toString(found.outline().activities().size()) : "");
        line.add(total == null ? "" : ProgressView.number(total.grade()));
        line.add(total == null ? "" : ProgressView.number(total.highest()));
        line.add(ProgressView.grade(found));
        if (view.since() != null) {
            line.add(String.valueOf(view.summary().since()));
            line.add(view.cameSince(found) ? "yes" : "no");
            line.add(told ? Long.toString(view.didSince(found)) : "");
        }
        return line;
    }

    private static boolean isTold(CourseFindings found) {
        return found.standing().activities() == Reading.READ
                && !found.outline().activities().isEmpty();
    }

    void writeActivities(BufferedWriter writer) throws IOException {
        SafeCsv csv = new SafeCsv(writer);
        csv.write(ACTIVITY_COLUMNS);
        for (Iterator<PersonFindings> people = view.people().get(); people.hasNext(); ) {
            PersonFindings found = people.next();
            for (CourseFindings course : found.courses()) {
                if (isTold(course)) {
                    course.outline()
                            .activities()
                            .forEach(activity -> csv.write(activity(found.person(), course, activity)));
                }
            }
        }
        csv.finish();
    }

    private List<String> activity(Person person, CourseFindings course, Activity activity) {
        ActivityState state = course.done().get(activity.id());
        return List.of(
                person.username(),
                person.name(),
                course.course().shortname(),
                activity.title(),
                activity.module(),
                Long.toString(activity.id()),
                ActivityState.words(state == null ? CompletionState.INCOMPLETE : state.state()),
                state == null ? "" : view.time(state.at()));
    }

    void writeGrades(BufferedWriter writer) throws IOException {
        SafeCsv csv = new SafeCsv(writer);
        csv.write(GRADE_COLUMNS);
        for (Iterator<PersonFindings> people = view.people().get(); people.hasNext(); ) {
            PersonFindings found = people.next();
            for (CourseFindings course : found.courses()) {
                for (Item item : course.outline().items()) {
                    ItemGrade grade = course.grades().get(item.key());
                    if (grade != null) {
                        csv.write(grade(found.person(), course, item, grade));
                    }
                }
            }
        }
        csv.finish();
    }

    private List<String> grade(Person person, CourseFindings course, Item item, ItemGrade grade) {
        return List.of(
                person.username(),
                person.name(),
                course.course().shortname(),
                item.title(),
                item.kind(),
                item.activityId() == null ? "" : Long.toString(item.activityId()),
                ProgressView.number(grade.grade()),
                ProgressView.number(grade.highest()),
                grade.words(),
                view.time(grade.at()));
    }
}
