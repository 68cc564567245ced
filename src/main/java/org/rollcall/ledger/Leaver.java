package org.rollcall.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is in a cohort or course of a snapshot's scope on the site, and whom the roster does not name for it.
 *
 * @param id the ledger's key
 * @param targetId the site's id of the cohort or course
 * @param name the cohort's idnumber or the course's shortname
 * @param username the account's username, or null where the site does not tell it
 * @param fullname the account's name, or null where the site does not tell it
 * @param action what is to be done
 * @param reason why, or why nothing is
 * @param standing what is known of an enrolment that ends or is suspended, or null
 */
public record Leaver(
        long id,
        MembershipKind kind,
        long targetId,
        String name,
        long accountId,
        @Nullable String username,
        @Nullable String fullname,
        LeaverAction action,
        LeaverState state,
        String reason,
        @Nullable StandingEnrolment standing) {

    /** Whom a sentence is about: the username, or else the id on the site. */
    public String who() {
        return username == null ? "account " + accountId : username;
    }
}
