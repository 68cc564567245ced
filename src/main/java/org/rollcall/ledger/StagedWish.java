package org.rollcall.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A wish under the key that it has in the ledger.
 *
 * @param targetId the site's id of the cohort or course, once it is known
 */
public record StagedWish(long key, Wish wish, @Nullable Long targetId) {}
