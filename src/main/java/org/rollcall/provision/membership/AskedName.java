package org.rollcall.provision.membership;

import org.rollcall.ledger.Membership;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.Memberships;
import org.rollcall.ledger.Wish;

/** A cohort or course by the name that a roster has for it, upper or lower case alike. */
record AskedName(MembershipKind kind, String key) {

    static AskedName of(Membership membership) {
        return new AskedName(membership.kind(), Memberships.key(membership.name()));
    }

    static AskedName of(Wish wish) {
        return new AskedName(wish.kind(), Memberships.key(wish.name()));
    }
}
