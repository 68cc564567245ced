package org.rollcall.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What another run did later to what is to be taken back.
 *
 * @param run that run's name
 * @param afterJson what stood on the site since, or null
 */
public record LaterEffect(
        String run, EffectKind kind, @Nullable String afterJson) {}
