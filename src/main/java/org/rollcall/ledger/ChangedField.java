package org.rollcall.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One field of an account that changes.
 *
 * @param column as the roster's column is named, such as {@code city} or {@code profile_field_badge}
 * @param before what stood on the site when it was asked, empty for nothing; null where it does not tell
 * @param after what is to stand there; empty for a password, and for an account that is deleted
 */
public record ChangedField(String column, @Nullable String before, String after) {}
