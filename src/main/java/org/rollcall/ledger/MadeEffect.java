package org.rollcall.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An effect as it stands in the ledger.
 *
 * @param username the username in the row that asked for it; empty where no row did
 * @param beforeJson what stood on the site before, or null
 * @param afterJson what stood there since, or null
 */
public record MadeEffect(
        long id,
        EffectKind kind,
        String username,
        @Nullable Long accountId,
        @Nullable Long targetId,
        String name,
        @Nullable String beforeJson,
        @Nullable String afterJson) {}
