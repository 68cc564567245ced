package org.rollcall.provision;

import java.util.Map;
import java.util.OptionalLong;
import org.rollcall.ledger.AccountChanges;
import org.rollcall.ledger.ChangePhase;
import org.rollcall.ledger.Leavers;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.OpenMemberships;
import org.rollcall.ledger.RowState;
import org.rollcall.ledger.StagedRows;
import org.rollcall.operation.OpenWork;
import org.springframework.stereotype.Component;

/** How much the steps of the main job have still to do. What they are to find out themselves is known to nobody. */
@Component
class OpenRosterWork implements OpenWork {

    private final StagedRows rows;
    private final AccountChanges changes;
    private final OpenMemberships memberships;
    private final Leavers leavers;

    OpenRosterWork(StagedRows rows, AccountChanges changes, OpenMemberships memberships, Leavers leavers) {
        this.rows = rows;
        this.changes = changes;
        this.memberships = memberships;
        this.leavers = leavers;
    }

    @Override
    public OptionalLong of(String step, long run) {
        return switch (step) {
            case "matchUsers" -> rows(run, RowState.STAGED, RowState.FAULTY);
            case "createUsers" -> rows(run, RowState.TO_CREATE, RowState.SENDING);
            case "updateUsers" -> OptionalLong.of(changes.open(run, ChangePhase.UPDATE));
            case "suspendUsers" -> OptionalLong.of(changes.open(run, ChangePhase.SUSPEND));
            case "deleteUsers" -> OptionalLong.of(changes.open(run, ChangePhase.DELETE));
            case "addCohortMembers" -> OptionalLong.of(memberships.count(run, MembershipKind.COHORT));
            case "enrolUsers" -> OptionalLong.of(memberships.count(run, MembershipKind.COURSE));
            case "removeLeavers" -> OptionalLong.of(leavers.open(run));
            case "addGroupMembers" -> OptionalLong.of(memberships.countOfGroups(run));
            default -> OptionalLong.empty();
        };
    }

    private OptionalLong rows(long run, RowState first, RowState second) {
        Map<RowState, Long> counts = rows.counts(run);
        return OptionalLong.of(counts.getOrDefault(first, 0L) + counts.getOrDefault(second, 0L));
    }
}
