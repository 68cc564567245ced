package org.rollcall.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The group of a course that a membership asks for, too.
 *
 * @param name the group's name, as the roster has it
 * @param id the site's id of the group, once it is known
 * @param state what became of it, or null as long as nothing has
 */
public record AskedGroup(
        String name, @Nullable Long id, @Nullable MembershipState state) {}
