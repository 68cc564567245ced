package org.rollcall.provision.leaver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.moodle.CohortMembers;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.UnavailableKind;
import org.rollcall.operation.Answers;
import org.rollcall.operation.SiteUnavailableException;
import org.rollcall.provision.membership.AccountIds;
import org.rollcall.provision.membership.CourseParticipants;

/** Who is in the cohorts and courses of a snapshot now, each read once, by ids. It belongs to one attempt of one step. */
final class ReadScope {

    private final MoodleClient moodle;
    private final Map<Long, AccountIds> cohorts = new HashMap<>();
    private final Map<Long, CourseParticipants> courses = new HashMap<>();

    ReadScope(MoodleClient moodle) {
        this.moodle = moodle;
    }

    /**
     * Everybody who is in a cohort or course.
     *
     * @throws SiteUnavailableException when the token's account may not see that: nobody could be told to have left
     */
    AccountIds members(MembershipKind kind, long id, String name) {
        return kind == MembershipKind.COHORT
                ? cohort(id, name)
                : course(id, name).ids();
    }

    /** The participants of a course. */
    CourseParticipants course(long id, String name) {
        return courses.computeIfAbsent(id, same -> {
            @Nullable CourseParticipants read = CourseParticipants.read(id, false, moodle.enrolments());
            if (read == null) {
                throw unreadable("course", name);
            }
            return read;
        });
    }

    private AccountIds cohort(long id, String name) {
        return cohorts.computeIfAbsent(id, same -> {
            Outcome<List<CohortMembers>> outcome = moodle.cohorts().members(List.of(id));
            if (Answers.mayNotBeRead(outcome)) {
                throw unreadable("cohort", name);
            }
            return new AccountIds(
                    Objects.requireNonNull(Answers.valueOf(outcome).get(0)).userIds());
        });
    }

    private static SiteUnavailableException unreadable(String kind, String name) {
        return new SiteUnavailableException(
                UnavailableKind.PERMISSION,
                "The token's account may not see who is in the %s %s, so that nobody can be told to have left it."
                        .formatted(kind, name));
    }
}
