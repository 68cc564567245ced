package org.rollcall.match;

import org.jspecify.annotations.Nullable;

/**
 * One field of an account that changes.
 *
 * @param column the field as the roster's column is named, such as {@code city} or {@code profile_field_badge}
 * @param oldValue what stands on the site, empty for nothing; null where the site does not tell
 * @param newValue what will stand there; empty for a password
 */
public record FieldChange(String column, @Nullable String oldValue, String newValue) {}
