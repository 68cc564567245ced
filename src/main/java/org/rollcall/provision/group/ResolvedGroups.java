package org.rollcall.provision.group;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Membership;
import org.rollcall.roster.file.Problem;

/** Which groups that a roster names were found, and why others cannot be had. */
final class ResolvedGroups {

    private final Map<GroupName, Long> ids = new HashMap<>();
    private final Map<GroupName, Function<Membership, Problem>> reasons = new HashMap<>();

    void found(GroupName group, long id) {
        ids.put(group, id);
    }

    void cannotBeHad(GroupName group, Function<Membership, Problem> reason) {
        reasons.put(group, reason);
    }

    /** The site's id of a group, or null. */
    @Nullable
    Long id(GroupName group) {
        return ids.get(group);
    }

    /** Why somebody cannot be put into the group asked for, or null. */
    @Nullable
    Problem problem(Membership wish) {
        Function<Membership, Problem> reason = reasons.get(GroupName.of(wish));
        return reason == null ? null : reason.apply(wish);
    }
}
