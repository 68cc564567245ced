package org.rollcall.progress.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.progress.findings.AccountState;
import org.rollcall.progress.findings.CourseFindings;
import org.rollcall.progress.findings.EnrolmentState;
import org.rollcall.progress.findings.HowFar;
import org.rollcall.progress.findings.Outline;
import org.rollcall.progress.findings.Person;
import org.rollcall.progress.findings.PersonFindings;
import org.rollcall.progress.findings.ReportCourse;
import org.rollcall.progress.report.ProgressSummary.CourseCount;
import org.rollcall.progress.report.ProgressSummary.PeopleCount;

/** Counts who got how far. */
final class Tally {

    private final @Nullable Instant since;
    private final Map<Long, OfCourse> courses = new LinkedHashMap<>();
    private long total;
    private long suspended;
    private long deleted;
    private long neverCame;
    private long nowhere;

    /** @param since from when on things are counted as new; null for none */
    Tally(List<Outline> outlines, @Nullable Instant since) {
        this.since = since;
        outlines.forEach(outline -> courses.put(outline.course().id(), new OfCourse(outline.course())));
    }

    private static final class OfCourse {
        private final ReportCourse course;
        private final Map<HowFar, Long> howFar = new EnumMap<>(HowFar.class);
        private long enrolled;
        private long suspended;
        private long graded;
        private long came;
        private long did;
        private long completed;

        OfCourse(ReportCourse course) {
            this.course = course;
        }

        long count(HowFar stage) {
            return howFar.getOrDefault(stage, 0L);
        }
    }

    void add(PersonFindings found) {
        Person person = found.person();
        total++;
        suspended += person.account() == AccountState.SUSPENDED ? 1 : 0;
        deleted += person.account() == AccountState.DELETED ? 1 : 0;
        neverCame += person.isThere() && person.tellsAccess() && person.lastAccess() == null ? 1 : 0;
        nowhere += found.courses().stream().anyMatch(course -> course.standing().enrolment() != EnrolmentState.NONE)
                ? 0
                : 1;
        found.courses()
                .forEach(course ->
                        add(Objects.requireNonNull(courses.get(course.course().id())), course));
    }

    private void add(OfCourse count, CourseFindings found) {
        if (found.standing().enrolment() == EnrolmentState.SUSPENDED) {
            count.suspended++;
        } else {
            count.howFar.merge(found.howFar(), 1L, Long::sum);
        }
        count.enrolled += found.standing().enrolment().isThere() ? 1 : 0;
        count.graded += found.total() == null ? 0 : 1;
        if (since != null) {
            count.came += CourseFindings.isSince(found.standing().lastAccess(), since) ? 1 : 0;
            count.did += found.activitiesDoneSince(since) > 0 ? 1 : 0;
            count.completed += CourseFindings.isSince(found.standing().completedAt(), since) ? 1 : 0;
        }
    }

    PeopleCount people() {
        return new PeopleCount(total, suspended, deleted, neverCame, nowhere);
    }

    List<CourseCount> courses() {
        List<CourseCount> counts = new ArrayList<>();
        for (OfCourse count : courses.values()) {
            counts.add(new CourseCount(
                    count.course.shortname(),
                    count.course.fullname(),
                    count.course.tracks(),
                    count.enrolled,
                    count.suspended,
                    count.count(HowFar.NOT_ENROLLED),
                    count.count(HowFar.NOT_STARTED),
                    count.count(HowFar.UNDER_WAY),
                    count.count(HowFar.COMPLETE),
                    count.count(HowFar.NOT_TRACKED),
                    count.count(HowFar.NOT_TOLD),
                    count.graded,
                    since == null ? null : count.came,
                    since == null ? null : count.did,
                    since == null ? null : count.completed));
        }
        return counts;
    }
}
