package org.rollcall.provision.account;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.AccountChange;
import org.rollcall.ledger.AccountChanges;
import org.rollcall.ledger.ChangeAction;
import org.rollcall.ledger.ChangePhase;
import org.rollcall.ledger.ChangedField;
import org.rollcall.ledger.Problems;
import org.rollcall.ledger.RowState;
import org.rollcall.ledger.StagedRow;
import org.rollcall.ledger.StagedRows;
import org.rollcall.match.AccountAction;
import org.rollcall.match.AccountDecision;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.UserField;
import org.rollcall.roster.file.Problem;
import org.springframework.stereotype.Component;

/** Puts into the ledger what was decided about accounts. Works in the caller's transaction. */
@Component
class AccountPlan {

    private final StagedRows rows;
    private final Problems problems;
    private final AccountChanges changes;

    AccountPlan(StagedRows rows, Problems problems, AccountChanges changes) {
        this.rows = rows;
        this.problems = problems;
        this.changes = changes;
    }

    /**
     * What was decided about a row.
     *
     * @param problems all that the row is told, errors and warnings
     */
    record Entry(StagedRow row, AccountDecision decision, List<Problem> problems) {

        boolean isReject() {
            return row.state() == RowState.FAULTY
                    || decision.isReject()
                    || problems.stream().anyMatch(Problem::isError);
        }
    }

    void put(long run, List<Entry> entries) {
        List<Problem> found = new ArrayList<>();
        List<Integer> rejected = new ArrayList<>();
        List<Integer> toCreate = new ArrayList<>();
        List<Integer> absent = new ArrayList<>();
        Map<Integer, Long> matched = new HashMap<>();
        List<AccountChange> planned = new ArrayList<>();
        for (Entry entry : entries) {
            int row = entry.row().number();
            Account account = entry.decision().account();
            found.addAll(entry.problems());
            if (entry.isReject()) {
                rejected.add(row);
                continue;
            }
            if (account != null) {
                matched.put(row, account.id());
            } else if (entry.decision().actions().contains(AccountAction.CREATE)) {
                toCreate.add(row);
            } else {
                absent.add(row);
            }
            planned.addAll(planned(entry.row(), entry.decision()));
        }
        problems.add(run, found);
        rows.rejected(run, rejected);
        rows.toCreate(run, toCreate);
        rows.absent(run, absent);
        rows.matched(run, matched);
        changes.plan(run, planned);
    }

    private static List<AccountChange> planned(StagedRow row, AccountDecision decision) {
        Account account = decision.account();
        Set<ChangeAction> actions = EnumSet.noneOf(ChangeAction.class);
        for (AccountAction action : decision.actions()) {
            if (action != AccountAction.CREATE && action != AccountAction.NONE) {
                actions.add(ChangeAction.valueOf(action.name()));
            }
        }
        List<AccountChange> planned = new ArrayList<>();
        for (ChangePhase phase : ChangePhase.values()) {
            Set<ChangeAction> ofPhase = EnumSet.copyOf(actions);
            ofPhase.removeIf(action -> action.phase() != phase);
            if (!ofPhase.isEmpty()) {
                planned.add(AccountChange.planned(
                        row.number(),
                        row.person().username(),
                        account == null ? null : account.id(),
                        ofPhase,
                        phase == ChangePhase.DELETE && account != null ? whose(account) : fields(decision, ofPhase)));
            }
        }
        return planned;
    }

    private static List<ChangedField> fields(AccountDecision decision, Set<ChangeAction> actions) {
        return decision.changes().stream()
                .filter(change -> actions.stream().anyMatch(action -> action.changes(change.column())))
                .map(change -> new ChangedField(change.column(), change.oldValue(), change.newValue()))
                .toList();
    }

    private static List<ChangedField> whose(Account account) {
        return List.of(
                gone("username", account.username()),
                gone("firstname", account.firstname()),
                gone("lastname", account.lastname()),
                gone("email", account.email()),
                gone("idnumber", account.field(UserField.IDNUMBER)));
    }

    private static ChangedField gone(String column, @Nullable String before) {
        return new ChangedField(column, before, "");
    }
}
