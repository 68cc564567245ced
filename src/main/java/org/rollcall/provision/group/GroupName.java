package org.rollcall.provision.group;

import java.util.Objects;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.Memberships;
import org.rollcall.ledger.StagedWish;
import org.rollcall.moodle.Group;
import org.rollcall.moodle.NewGroup;

/** A group of a course by its name, upper or lower case alike. */
record GroupName(long courseId, String key) {

    static GroupName of(StagedWish staged) {
        return of(
                Objects.requireNonNull(staged.targetId()),
                Objects.requireNonNull(staged.wish().group()));
    }

    static GroupName of(Membership wish) {
        return of(
                Objects.requireNonNull(wish.targetId()),
                Objects.requireNonNull(wish.group()).name());
    }

    static GroupName of(Group group) {
        return of(group.courseId(), group.name());
    }

    static GroupName of(NewGroup group) {
        return of(group.courseId(), group.name());
    }

    private static GroupName of(long courseId, String name) {
        return new GroupName(courseId, Memberships.key(name));
    }
}
