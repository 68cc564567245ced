package org.rollcall.undo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.CohortMembers;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.Participation;
import org.rollcall.operation.Answers;
import org.rollcall.provision.membership.AccountIds;
import org.rollcall.provision.membership.CourseParticipants;

/** Who is in cohorts and courses now, each of which is read whole, once it is asked for. */
final class SiteMembers {

    private final MoodleClient moodle;
    private final Map<Long, Seen<AccountIds>> cohorts = new HashMap<>();
    private final Map<Long, Seen<CourseParticipants>> courses = new HashMap<>();

    SiteMembers(MoodleClient moodle) {
        this.moodle = moodle;
    }

    /**
     * A cohort or course.
     *
     * @param isGone whether the site does not have it any more
     * @param who who is in it; empty where that may not be read
     */
    record Seen<T>(boolean isGone, Optional<T> who) {

        static <T> Seen<T> of(@Nullable T who) {
            return new Seen<>(false, Optional.ofNullable(who));
        }
    }

    Seen<AccountIds> cohort(long id) {
        return cohorts.computeIfAbsent(id, this::readCohort);
    }

    private Seen<AccountIds> readCohort(long id) {
        Outcome<List<CohortMembers>> outcome = moodle.cohorts().members(List.of(id));
        if (Answers.mayNotBeRead(outcome)) {
            return Seen.of(null);
        }
        if (outcome instanceof Refused) {
            return new Seen<>(true, Optional.empty());
        }
        return Seen.of(new AccountIds(Answers.valueOf(outcome).stream()
                .flatMap(cohort -> cohort.userIds().stream())
                .toList()));
    }

    Seen<CourseParticipants> course(long id) {
        return courses.computeIfAbsent(id, this::readCourse);
    }

    private Seen<CourseParticipants> readCourse(long id) {
        Outcome<List<Long>> outcome = moodle.enrolments().participantIds(id, Participation.ANY);
        if (Answers.mayNotBeRead(outcome)) {
            return Seen.of(null);
        }
        if (outcome instanceof Refused) {
            return new Seen<>(true, Optional.empty());
        }
        return Seen.of(CourseParticipants.of(id, Answers.valueOf(outcome), moodle.enrolments()));
    }
}
