package org.rollcall.progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.rollcall.moodle.EnrolledCourse;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.PartnerEnrolment;
import org.rollcall.progress.findings.Courses;
import org.rollcall.progress.findings.EnrolmentState;
import org.rollcall.progress.findings.People;
import org.rollcall.progress.findings.Person;
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
 * Asks, person by person, in which courses they are. Moodle tells at the same time which of them are complete and how much
 * of each is done, which spares as many calls as there are courses, and finds the courses where the question names none.
 */
@Component
@StepScope
class ReadCoursesOfPeople implements ItemWriter<Person> {

    /** As many people as are asked about anew when the process dies. */
    static final int CHUNK = 20;

    private final long runId;
    private final MoodleClient moodle;
    private final SiteAnswers answers;
    private final People people;
    private final Courses courses;
    private final Standings standings;
    private final SiteQuestion question;
    private final Set<Long> named;
    private final Set<Long> known = ConcurrentHashMap.newKeySet();

    ReadCoursesOfPeople(
            @Value("#{jobParameters['run']}") long runId,
            MoodleClient moodle,
            SiteAnswers answers,
            People people,
            Courses courses,
            Standings standings,
            Reports reports) {
        this.runId = runId;
        this.moodle = moodle;
        this.answers = answers;
        this.people = people;
        this.courses = courses;
        this.standings = standings;
        this.question = reports.question(runId);
        this.named = question.courses().stream().map(ReportCourse::id).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void write(Chunk<? extends Person> chunk) {
        List<Person> some = List.copyOf(chunk.getItems());
        Map<Long, List<Standing>> before =
                standings.of(some.stream().map(Person::id).toList());
        List<Standing> now = new ArrayList<>();
        for (Person person : some) {
            if (person.isThere()) {
                Map<Long, Standing> there = new HashMap<>();
                before.getOrDefault(person.id(), List.of()).forEach(known -> there.put(known.courseId(), known));
                now.addAll(
                        Offer.USERS_COURSES.isIn(question.functions())
                                ? asTold(person, there)
                                : asToldToPartner(person, there));
            }
        }
        standings.put(now);
        people.coursesRead(some);
    }

    private List<Standing> asTold(Person person, Map<Long, Standing> before) {
        List<Standing> found = new ArrayList<>();
        for (EnrolledCourse course :
                ask(Offer.USERS_COURSES, () -> moodle.enrolments().coursesOf(person.accountId()))) {
            if (isWanted(course.id())) {
                meet(new ReportCourse(
                        course.id(),
                        0,
                        course.shortname(),
                        course.fullname(),
                        course.tracks(),
                        course.hasConditions()));
                Standing there = before.get(course.id());
                found.add(new Standing(
                        person.id(),
                        course.id(),
                        there == null ? EnrolmentState.ACTIVE : there.enrolment(),
                        there == null ? "" : there.roles(),
                        there != null && there.tellsAccess() ? there.lastAccess() : course.lastAccess(),
                        // The course's last access is null for never and where it is not told.
                        (there != null && there.tellsAccess()) || course.lastAccess() != null,
                        course.trackedUser(),
                        course.completed(),
                        null,
                        course.progress(),
                        Reading.OPEN,
                        Reading.OPEN));
            }
        }
        return found;
    }

    private List<Standing> asToldToPartner(Person person, Map<Long, Standing> before) {
        List<Standing> found = new ArrayList<>();
        if (!Offer.PARTNER_USERS_COURSES.isIn(question.functions())) {
            return found;
        }
        for (PartnerEnrolment course :
                ask(Offer.PARTNER_USERS_COURSES, () -> moodle.partner().coursesOf(person.accountId()))) {
            if (isWanted(course.courseId()) && !before.containsKey(course.courseId())) {
                meet(new ReportCourse(course.courseId(), 0, course.shortname(), course.fullname(), null, null));
                found.add(enrolled(person, course.courseId()));
            }
        }
        return found;
    }

    private static Standing enrolled(Person person, long courseId) {
        return new Standing(
                person.id(),
                courseId,
                EnrolmentState.ACTIVE,
                "",
                null,
                false,
                null,
                null,
                null,
                null,
                Reading.OPEN,
                Reading.OPEN);
    }

    private <T> List<T> ask(Offer offer, Supplier<Outcome<List<T>>> call) {
        return answers.ask(runId, offer, "", call)
                .fold(done -> done.value(), refused -> List.of(), unavailable -> List.of(), ambiguous -> List.of());
    }

    private boolean isWanted(long courseId) {
        return question.findsCourses() || named.contains(courseId);
    }

    private void meet(ReportCourse course) {
        if (known.add(course.id())) {
            courses.add(runId, List.of(course));
        }
    }
}
