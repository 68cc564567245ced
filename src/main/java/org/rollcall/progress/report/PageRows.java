package org.rollcall.progress.report;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.rollcall.progress.findings.AccountState;
import org.rollcall.progress.findings.CourseFindings;
import org.rollcall.progress.findings.EnrolmentState;
import org.rollcall.progress.findings.HowFar;
import org.rollcall.progress.findings.ItemGrade;
import org.rollcall.progress.findings.Person;
import org.rollcall.progress.findings.PersonFindings;
import org.rollcall.progress.findings.Reading;
import org.rollcall.progress.report.ProgressPage.Row;

/** The table of people on the page of a report: a row for each of them in each course, read as they are written. */
record PageRows(ProgressView view) {

    Stream<Row> rows() {
        Iterator<PersonFindings> people = view.people().get();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(people, Spliterator.ORDERED), false)
                .flatMap(found -> found.courses().isEmpty()
                        ? Stream.of(nowhere(found.person()))
                        : found.courses().stream().map(course -> row(found.person(), course)));
    }

    private static Row nowhere(Person person) {
        return new Row(
                person.name(),
                person.username(),
                account(person),
                "",
                EnrolmentState.NONE.words(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                false);
    }

    private static String account(Person person) {
        return person.account() == AccountState.ACTIVE ? "" : person.account().words();
    }

    private Row row(Person person, CourseFindings found) {
        ItemGrade total = found.total();
        boolean told = found.standing().activities() == Reading.READ
                && !found.outline().activities().isEmpty();
        return new Row(
                person.name(),
                person.username(),
                account(person),
                found.course().shortname(),
                found.standing().enrolment().words(),
                view.lastCame(found),
                kind(found.howFar()),
                found.howFar().words(),
                view.time(found.standing().completedAt()),
                told
                        ? found.activitiesDone() + " of "
                                + found.outline().activities().size()
                        : "",
                told ? Long.toString(found.activitiesDone()) : "",
                ProgressView.grade(found),
                total == null ? "" : ProgressView.number(total.grade()),
                view.cameSince(found));
    }

    private static String kind(HowFar howFar) {
        return switch (howFar) {
            case COMPLETE -> ProgressPages.COMPLETE;
            case UNDER_WAY -> ProgressPages.UNDER_WAY;
            case NOT_STARTED -> ProgressPages.NOT_STARTED;
            case NOT_TRACKED, NOT_TOLD -> ProgressPages.NOT_TRACKED;
            case NOT_ENROLLED -> "";
        };
    }
}
