package org.rollcall.progress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.EnrolledPerson;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Participation;
import org.rollcall.moodle.Role;
import org.rollcall.progress.findings.Courses;
import org.rollcall.progress.findings.Courses.Stage;
import org.rollcall.progress.findings.EnrolmentState;
import org.rollcall.progress.findings.People;
import org.rollcall.progress.findings.Reading;
import org.rollcall.progress.findings.ReportCourse;
import org.rollcall.progress.findings.Reports;
import org.rollcall.progress.findings.Standing;
import org.rollcall.progress.findings.Standings;
import org.springframework.stereotype.Component;

/** Reads who is enrolled in a course, and when they last came, in two calls a course, or a few where it is large. */
@Component
class EnrolmentReading {

    /** The roles of a stock Moodle in which nobody learns. */
    private static final Set<String> TEACHING = Set.of("manager", "coursecreator", "editingteacher", "teacher");

    private final MoodleClient moodle;
    private final SiteAnswers answers;
    private final Reports reports;
    private final People people;
    private final Courses courses;
    private final Standings standings;

    EnrolmentReading(
            MoodleClient moodle,
            SiteAnswers answers,
            Reports reports,
            People people,
            Courses courses,
            Standings standings) {
        this.moodle = moodle;
        this.answers = answers;
        this.reports = reports;
        this.people = people;
        this.courses = courses;
        this.standings = standings;
    }

    /** Reads a course, and makes the report one about the people there who do not only teach. */
    void readWithPeople(long runId, ReportCourse course) {
        List<EnrolledPerson> enrolled = answers.ofCourse(
                        runId,
                        Offer.PARTICIPANTS,
                        course.shortname(),
                        () -> moodle.enrolments().people(course.id()))
                .orElse(List.of());
        List<EnrolledPerson> learning =
                enrolled.stream().filter(person -> !onlyTeaches(person)).toList();
        if (learning.size() < enrolled.size()) {
            int teachers = enrolled.size() - learning.size();
            reports.note(
                    runId,
                    "Left out of the course %s: %,d %s."
                            .formatted(
                                    course.shortname(),
                                    teachers,
                                    teachers == 1 ? "person who only teaches there" : "people who only teach there"));
        }
        people.add(runId, learning.stream().map(EnrolledPerson::person).toList());
        note(runId, course, learning);
    }

    private static boolean onlyTeaches(EnrolledPerson person) {
        return !person.roles().isEmpty()
                && TEACHING.containsAll(
                        person.roles().stream().map(Role::shortname).toList());
    }

    /**
     * Reads a course for the people whom the report is about.
     *
     * @param named whether their names are known already
     */
    void read(long runId, ReportCourse course, boolean named) {
        Optional<List<EnrolledPerson>> enrolled = answers.ofCourse(
                runId,
                Offer.PARTICIPANTS,
                course.shortname(),
                () -> named
                        ? moodle.enrolments().lastCame(course.id())
                        : moodle.enrolments().people(course.id()));
        if (enrolled.isEmpty()) {
            notTold(runId, course);
            return;
        }
        if (!named) {
            Map<Long, Long> idByAccount = people.byAccount(runId);
            people.describe(
                    idByAccount,
                    enrolled.get().stream()
                            .map(EnrolledPerson::person)
                            .filter(person -> idByAccount.containsKey(person.id()))
                            .toList());
        }
        note(runId, course, enrolled.get());
    }

    /** Notes that the site does not tell who is enrolled in a course, of whom nothing is known of yet. */
    void notTold(long runId, ReportCourse course) {
        Map<Long, Standing> known = standings.inCourse(runId, course.id());
        standings.put(people.byAccount(runId).values().stream()
                .filter(id -> !known.containsKey(id))
                .map(id -> standing(id, course, EnrolmentState.NOT_TOLD))
                .toList());
        courses.reached(runId, course, Stage.ENROLMENTS);
    }

    private static Standing standing(long id, ReportCourse course, EnrolmentState state) {
        return new Standing(
                id, course.id(), state, "", null, false, null, null, null, null, Reading.OPEN, Reading.OPEN);
    }

    private void note(long runId, ReportCourse course, List<EnrolledPerson> enrolled) {
        Set<Long> suspended = enrolled.isEmpty() ? Set.of() : suspended(runId, course);
        Map<Long, Long> idByAccount = people.byAccount(runId);
        Map<Long, Standing> before = standings.inCourse(runId, course.id());
        List<Standing> now = new ArrayList<>();
        for (EnrolledPerson person : enrolled) {
            Long id = idByAccount.get(person.person().id());
            if (id != null) {
                EnrolmentState state =
                        suspended.contains(person.person().id()) ? EnrolmentState.SUSPENDED : EnrolmentState.ACTIVE;
                now.add(standing(id, course, person, state, before.get(id)));
            }
        }
        standings.put(now);
        courses.reached(runId, course, Stage.ENROLMENTS);
    }

    private Set<Long> suspended(long runId, ReportCourse course) {
        return new HashSet<>(answers.ofCourse(
                        runId,
                        Offer.PARTICIPANTS,
                        course.shortname(),
                        () -> moodle.enrolments().participantIds(course.id(), Participation.SUSPENDED))
                .orElse(List.of()));
    }

    private static Standing standing(
            long id, ReportCourse course, EnrolledPerson person, EnrolmentState state, @Nullable Standing before) {
        Standing known = before == null ? Standing.none(id, course.id()) : before;
        return new Standing(
                id,
                course.id(),
                state,
                person.roles().stream().map(Role::shortname).sorted().collect(Collectors.joining(",")),
                person.tellsCourseAccess() ? person.lastCourseAccess() : known.lastAccess(),
                person.tellsCourseAccess() || known.tellsAccess(),
                known.tracked(),
                known.completed(),
                known.completedAt(),
                known.progress(),
                Reading.OPEN,
                Reading.OPEN);
    }
}
