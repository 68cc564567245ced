package org.rollcall.provision.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.EnrolmentTerms;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.StandingEnrolment;
import org.rollcall.moodle.Enrolment;
import org.rollcall.operation.RollcallSettings.SiteSettings;

/**
 * A membership as what its enrolment is set to. One that changes an enrolment says everything that is known of it: Moodle
 * would reset what it leaves out.
 *
 * @param today the day on which the run began, in the site's time zone
 */
record EnrolmentMapping(SiteSettings site, LocalDate today) {

    /** The role that a membership gives; null where the settings do not know the one that it names. */
    @Nullable
    Long roleId(Membership wish) {
        StandingEnrolment standing = wish.standing();
        if (wish.role() == null && standing != null && standing.roleId() != null) {
            return standing.roleId();
        }
        return site.roleId(wish.role() == null ? site.defaultRole() : wish.role());
    }

    /** What an enrolment is set to. */
    EnrolmentTerms terms(Membership wish) {
        StandingEnrolment standing = wish.standing();
        EnrolmentTerms lastSet = standing == null ? null : standing.lastSet();
        long role = Objects.requireNonNull(roleId(wish));
        Boolean suspended = wish.suspended();
        if (suspended == null && standing != null) {
            suspended = standing.suspended();
        }
        if (!wish.saysDates() && lastSet != null) {
            return new EnrolmentTerms(
                    role, lastSet.start(), lastSet.end(), suspended, lastSet.askedStart(), lastSet.askedDays());
        }
        return new EnrolmentTerms(role, start(wish), end(wish), suspended, wish.start(), wish.periodDays());
    }

    /** When an enrolment begins by its row, or null. As Moodle's uploader has it, a length alone counts from today. */
    @Nullable
    Instant start(Membership wish) {
        return wish.saysDates() ? from(wish).atZone(site.timeZone()).toInstant() : null;
    }

    /** When an enrolment ends by its row, or null. */
    @Nullable
    Instant end(Membership wish) {
        return wish.periodDays() == null
                ? null
                : from(wish).plusDays(wish.periodDays()).atZone(site.timeZone()).toInstant();
    }

    private LocalDateTime from(Membership wish) {
        return wish.start() == null ? today.atStartOfDay() : wish.start();
    }

    /** A membership as the site takes it. */
    Enrolment enrolment(Membership wish) {
        EnrolmentTerms terms = terms(wish);
        return new Enrolment(
                Objects.requireNonNull(wish.accountId()),
                Objects.requireNonNull(wish.targetId()),
                terms.roleId(),
                terms.start(),
                terms.end(),
                terms.suspended());
    }
}
