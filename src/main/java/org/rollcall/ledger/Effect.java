package org.rollcall.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One change that a run made on the site.
 *
 * @param row the row that asked for it, or null where no single row did
 * @param membershipId the membership that it carried out, or null
 * @param accountId the account that it is about, or null
 * @param targetId the site's id of the cohort or course, or null
 * @param name the username, idnumber or shortname, for people
 */
public record Effect(
        EffectKind kind,
        @Nullable Integer row,
        @Nullable Long membershipId,
        @Nullable Long accountId,
        @Nullable Long targetId,
        String name) {}
