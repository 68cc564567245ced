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
 * @param before what stood on the site before, which is kept as JSON, or null where the kind says all there is to say; of
 *     an account its columns, null where the site does not tell
 * @param after what stands there now, which is kept as JSON, or null; of a password only that it changed
 */
public record Effect(
        EffectKind kind,
        @Nullable Integer row,
        @Nullable Long membershipId,
        @Nullable Long accountId,
        @Nullable Long targetId,
        String name,
        @Nullable Object before,
        @Nullable Object after) {

    /** A change of which the kind says all there is to say. */
    public Effect(
            EffectKind kind,
            @Nullable Integer row,
            @Nullable Long membershipId,
            @Nullable Long accountId,
            @Nullable Long targetId,
            String name) {
        this(kind, row, membershipId, accountId, targetId, name, null, null);
    }
}
