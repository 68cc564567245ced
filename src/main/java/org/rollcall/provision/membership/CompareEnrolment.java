package org.rollcall.provision.membership;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.EnrolmentTerms;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.StandingEnrolment;
import org.rollcall.roster.file.Problem;

/**
 * Compares an enrolment that is there already with what a row asks for. Moodle tells its roles, and whether it gives access
 * now, but neither its dates nor whether it is suspended: for those there is only what Rollcall set last.
 */
public final class CompareEnrolment {

    private final EnrolmentMapping mapping;
    private final Instant now;

    CompareEnrolment(EnrolmentMapping mapping, Instant now) {
        this.mapping = mapping;
        this.now = now;
    }

    /** What comes of a comparison: one of the first two, or none where the site has what the row asks for. */
    record Difference(
            @Nullable StandingEnrolment change,
            @Nullable Problem reject,
            @Nullable Problem warning) {

        static final Difference NONE = new Difference(null, null, null);

        static Difference reject(Problem problem) {
            return new Difference(null, problem, null);
        }
    }

    /** @param last finds what Rollcall set the enrolment to last, where it ever did */
    Difference compare(
            Membership wish, CourseParticipants course, Function<Membership, Optional<EnrolmentTerms>> last) {
        long account = Objects.requireNonNull(wish.accountId());
        boolean hasRole =
                wish.role() == null || course.rolesOf(account).contains(Objects.requireNonNull(mapping.roleId(wish)));
        return hasRole && !wish.saysWhen()
                ? Difference.NONE
                : compare(wish, course, hasRole, last.apply(wish).orElse(null));
    }

    private Difference compare(
            Membership wish, CourseParticipants course, boolean hasRole, @Nullable EnrolmentTerms lastSet) {
        long account = Objects.requireNonNull(wish.accountId());
        if (!hasRole && !wish.saysWhen() && lastSet == null) {
            // Adding a role sets the enrolment anew: a suspended one would be active, an end would be gone.
            return Difference.reject(MembershipProblems.otherRole(wish));
        }
        boolean agrees = hasRole && agreesInDates(wish, lastSet);
        if (agrees && wish.suspended() == null) {
            return Difference.NONE;
        }
        Boolean suspended = isSuspended(course.isWithoutAccess(account), lastSet, now);
        if (agrees && Objects.equals(wish.suspended(), suspended)) {
            return Difference.NONE;
        }
        if (suspended == null && wish.suspended() == null) {
            return Difference.reject(MembershipProblems.statusUnreadable(wish));
        }
        Long role = hasRole ? roleToKeep(wish, course.rolesOf(account), lastSet) : null;
        return new Difference(new StandingEnrolment(role, suspended, lastSet), null, warning(wish, suspended, lastSet));
    }

    private boolean agreesInDates(Membership wish, @Nullable EnrolmentTerms lastSet) {
        if (!wish.saysDates()) {
            return true;
        }
        if (lastSet == null) {
            return false;
        }
        boolean askedAlike = Objects.equals(wish.start(), lastSet.askedStart())
                && Objects.equals(wish.periodDays(), lastSet.askedDays());
        return askedAlike
                || (Objects.equals(mapping.start(wish), lastSet.start())
                        && Objects.equals(mapping.end(wish), lastSet.end()));
    }

    /** Whether an enrolment is suspended; its dates may be why somebody has no access. */
    public static @Nullable Boolean isSuspended(
            @Nullable Boolean withoutAccess, @Nullable EnrolmentTerms lastSet, Instant now) {
        if (lastSet == null) {
            return withoutAccess;
        }
        if (withoutAccess == null) {
            return lastSet.barsAccess();
        }
        return withoutAccess && (lastSet.barsAccess() || lastSet.isOpenAt(now));
    }

    /** The role that a change gives once more, so that it adds none. */
    private @Nullable Long roleToKeep(Membership wish, SortedSet<Long> held, @Nullable EnrolmentTerms lastSet) {
        Long asked = Objects.requireNonNull(mapping.roleId(wish));
        if (held.contains(asked)) {
            return asked;
        }
        if (lastSet != null && held.contains(lastSet.roleId())) {
            return lastSet.roleId();
        }
        return held.isEmpty() ? null : held.first();
    }

    private static @Nullable Problem warning(
            Membership wish, @Nullable Boolean suspended, @Nullable EnrolmentTerms lastSet) {
        if (lastSet != null) {
            return null;
        }
        if (!wish.saysDates()) {
            return MembershipProblems.datesUnknown(wish);
        }
        return wish.suspended() == null && Boolean.TRUE.equals(suspended)
                ? MembershipProblems.keptSuspended(wish)
                : null;
    }
}
