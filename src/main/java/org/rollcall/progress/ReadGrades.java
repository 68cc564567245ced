package org.rollcall.progress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Unavailable;
import org.rollcall.moodle.PartnerGradeItem;
import org.rollcall.moodle.UnavailableKind;
import org.rollcall.moodle.UserGrades;
import org.rollcall.progress.findings.Courses;
import org.rollcall.progress.findings.Courses.Stage;
import org.rollcall.progress.findings.EnrolmentState;
import org.rollcall.progress.findings.Gradebook;
import org.rollcall.progress.findings.ItemGrade;
import org.rollcall.progress.findings.People;
import org.rollcall.progress.findings.Reading;
import org.rollcall.progress.findings.ReportCourse;
import org.rollcall.progress.findings.Reports;
import org.rollcall.progress.findings.SiteQuestion;
import org.rollcall.progress.findings.Standing;
import org.rollcall.progress.findings.Standings;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads the grades of each course: all of them in one call, or of some hundred people a call where the site has but a
 * program partner's function. Moodle leaves those out of a whole course whose enrolment is suspended, so they stay to be
 * asked about one by one; so does everybody in a course whose grades do not fit into the time that a call has.
 */
@Component
@StepScope
class ReadGrades implements ItemWriter<ReportCourse> {

    private static final int PEOPLE_A_PARTNERS_CALL = 200;
    private static final long TOO_LONG = -1;

    private final long runId;
    private final MoodleClient moodle;
    private final SiteAnswers answers;
    private final Reports reports;
    private final People people;
    private final Courses courses;
    private final Standings standings;
    private final Gradebook gradebook;
    private final SiteQuestion question;

    ReadGrades(
            @Value("#{jobParameters['run']}") long runId,
            MoodleClient moodle,
            SiteAnswers answers,
            Reports reports,
            People people,
            Courses courses,
            Standings standings,
            Gradebook gradebook) {
        this.runId = runId;
        this.moodle = moodle;
        this.answers = answers;
        this.reports = reports;
        this.people = people;
        this.courses = courses;
        this.standings = standings;
        this.gradebook = gradebook;
        this.question = reports.question(runId);
    }

    @Override
    public void write(Chunk<? extends ReportCourse> chunk) {
        for (ReportCourse course : chunk) {
            Collection<Standing> here = standings.inCourse(runId, course.id()).values();
            if (here.stream().anyMatch(standing -> standing.enrolment() != EnrolmentState.NONE)) {
                if (Offer.GRADE_ITEMS.isIn(question.functions())) {
                    readWhole(course, here);
                } else if (Offer.PARTNER_GRADES.isIn(question.functions())) {
                    readAsPartner(course, here);
                } else if (Offer.COURSE_GRADES.isIn(question.functions())) {
                    gradebook.outline(runId, course.id(), List.of(Grading.TOTAL));
                } else {
                    mark(course, here.stream(), Reading.NOT_TOLD);
                }
            }
            courses.reached(runId, course, Stage.GRADES);
        }
    }

    private void readWhole(ReportCourse course, Collection<Standing> here) {
        Map<Long, Long> idByAccount = people.byAccount(runId);
        Set<Long> given = new HashSet<>();
        Outcome<Long> outcome = answers.ask(
                runId,
                Offer.GRADE_ITEMS,
                " of the course " + course.shortname(),
                () -> settled(moodle.progress().gradeItems(course.id(), () -> taking(course, idByAccount, given))));
        if (outcome instanceof Done<Long> done && done.value() != TOO_LONG) {
            Stream<Standing> told = here.stream()
                    .filter(standing ->
                            standing.enrolment() != EnrolmentState.SUSPENDED || given.contains(standing.personId()));
            mark(course, told, Reading.READ);
        } else if (outcome instanceof Done || SiteAnswers.isAboutItself(outcome)) {
            gradebook.clear(runId, course.id());
            reports.note(
                    runId,
                    "The site did not give the grades of the course %s in one call, so they were asked for person by person."
                            .formatted(course.shortname()));
        } else {
            mark(course, here.stream(), Reading.NOT_TOLD);
        }
    }

    /** A course that takes longer than a call may is no fault of the site; it is told by a number that cannot be. */
    private static Outcome<Long> settled(Outcome<Long> outcome) {
        return outcome instanceof Unavailable<Long> unavailable && unavailable.kind() == UnavailableKind.NO_ANSWER
                ? new Done<>(TOO_LONG, List.of())
                : outcome;
    }

    /** What takes the grades of one attempt at the call, which begins anew. */
    private Consumer<UserGrades> taking(ReportCourse course, Map<Long, Long> idByAccount, Set<Long> given) {
        gradebook.clear(runId, course.id());
        given.clear();
        return grades -> {
            Long person = idByAccount.get(grades.userId());
            if (given.isEmpty()) {
                gradebook.outline(
                        runId,
                        course.id(),
                        grades.items().stream().map(Grading::item).toList());
            }
            if (person != null) {
                gradebook.put(person, course.id(), Grading.grades(grades.items()));
                given.add(person);
            }
        };
    }

    private void readAsPartner(ReportCourse course, Collection<Standing> here) {
        gradebook.clear(runId, course.id());
        Map<Long, Long> idByAccount = people.byAccount(runId);
        Set<Long> enrolled = new HashSet<>();
        here.stream()
                .filter(standing -> standing.enrolment() != EnrolmentState.NONE)
                .forEach(standing -> enrolled.add(standing.personId()));
        List<Long> accounts = idByAccount.entrySet().stream()
                .filter(entry -> enrolled.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        boolean told = true;
        for (int from = 0; from < accounts.size() && told; from += PEOPLE_A_PARTNERS_CALL) {
            List<Long> some = accounts.subList(from, Math.min(from + PEOPLE_A_PARTNERS_CALL, accounts.size()));
            List<PartnerGradeItem> items = answers.ofCourse(
                            runId,
                            Offer.PARTNER_GRADES,
                            course.shortname(),
                            () -> moodle.partner().grades(course.id(), some))
                    .orElse(null);
            told = items != null;
            if (items != null) {
                keep(course, items, idByAccount);
            }
        }
        mark(course, here.stream(), told ? Reading.READ : Reading.NOT_TOLD);
    }

    private void keep(ReportCourse course, List<PartnerGradeItem> items, Map<Long, Long> idByAccount) {
        gradebook.outline(runId, course.id(), items.stream().map(Grading::item).toList());
        Map<Long, List<ItemGrade>> byPerson = new HashMap<>();
        for (PartnerGradeItem item : items) {
            item.grades().forEach(grade -> {
                @Nullable ItemGrade kept = Grading.grade(item, grade);
                Long person = idByAccount.get(grade.userId());
                if (kept != null && person != null) {
                    byPerson.computeIfAbsent(person, same -> new ArrayList<>()).add(kept);
                }
            });
        }
        byPerson.forEach((person, grades) -> gradebook.put(person, course.id(), Grading.guarded(grades)));
    }

    private void mark(ReportCourse course, Stream<Standing> whose, Reading reading) {
        standings.grades(course.id(), whose.map(Standing::personId).toList(), reading);
    }
}
