package org.rollcall.provision.membership;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.StagedWish;
import org.rollcall.moodle.CohortMembers;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.operation.Answers;
import org.springframework.stereotype.Component;

/**
 * Reads who is in the cohorts and courses that people ask for who have an account already: each whole, by ids, once. Roles
 * take Moodle several times as long, so they are read only of courses where somebody asks for one.
 */
@Component
class ReadMembers {

    private final MoodleClient moodle;

    ReadMembers(MoodleClient moodle) {
        this.moodle = moodle;
    }

    /** Who is where. */
    static final class Present {

        private final Map<Long, AccountIds> cohorts = new HashMap<>();
        private final Map<Long, CourseParticipants> courses = new HashMap<>();

        /** The members of a cohort; null where they may not be read. */
        @Nullable
        AccountIds ofCohort(long id) {
            return cohorts.get(id);
        }

        /** The participants of a course; null where they may not be read. */
        @Nullable
        CourseParticipants ofCourse(long id) {
            return courses.get(id);
        }
    }

    /** Reads where these wishes go to; all of them have been found on the site. */
    Present read(Collection<StagedWish> wishes) {
        Present present = new Present();
        Set<Long> cohorts = new TreeSet<>();
        Set<Long> courses = new TreeSet<>();
        Set<Long> withRoles = new HashSet<>();
        for (StagedWish staged : wishes) {
            Long target = Objects.requireNonNull(staged.targetId());
            (staged.wish().kind() == MembershipKind.COHORT ? cohorts : courses).add(target);
            if (staged.wish().role() != null) {
                withRoles.add(target);
            }
        }
        readCohorts(List.copyOf(cohorts), present.cohorts);
        for (long course : courses) {
            CourseParticipants participants =
                    CourseParticipants.read(course, withRoles.contains(course), moodle.enrolments());
            if (participants != null) {
                present.courses.put(course, participants);
            }
        }
        return present;
    }

    private void readCohorts(List<Long> ids, Map<Long, AccountIds> cohorts) {
        Outcome<List<CohortMembers>> all = moodle.cohorts().members(ids);
        if (all instanceof Refused<List<CohortMembers>> && ids.size() > 1) {
            // One cohort that may not be read refuses them all.
            ids.forEach(id -> readCohorts(List.of(id), cohorts));
        } else if (!Answers.mayNotBeRead(all)) {
            Answers.valueOf(all).forEach(cohort -> cohorts.put(cohort.cohortId(), new AccountIds(cohort.userIds())));
        }
    }
}
