package org.rollcall.provision;

import org.rollcall.check.Feature;
import org.rollcall.ledger.AccountChanges;
import org.rollcall.ledger.ChangePhase;
import org.rollcall.ledger.IdRange;
import org.rollcall.provision.sending.SitePrecondition;
import org.springframework.stereotype.Component;

/** The rows whose accounts change. Where there are any, the site has to offer what that takes. */
@Component
class ChangingRows {

    private final AccountChanges changes;
    private final SitePrecondition precondition;

    ChangingRows(AccountChanges changes, SitePrecondition precondition) {
        this.changes = changes;
        this.precondition = precondition;
    }

    /** The keys of those rows; none where nothing changes in this phase. */
    IdRange of(long run, ChangePhase phase) {
        IdRange rows = changes.rows(run, phase);
        if (rows.last() >= rows.first()) {
            precondition.require(phase == ChangePhase.DELETE ? Feature.DELETE_ACCOUNTS : Feature.UPDATE_ACCOUNTS);
        }
        return rows;
    }
}
