package org.rollcall.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rollcall.ledger.LaterEffect;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.UndoAction;
import org.rollcall.ledger.UndoItem;
import org.rollcall.ledger.UndoItems;
import org.rollcall.ledger.UndoRuns;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.MoodleClient;
import org.springframework.stereotype.Component;

/** Holds what is planned against the site as it is now, and against what other runs did since. */
@Component
class UndoJudge {

    private final MoodleClient moodle;
    private final UndoRuns runs;
    private final UndoItems items;
    private final UndoAccounts accounts;
    private final AccountJudge accountJudge;
    private final MembershipJudge membershipJudge;

    UndoJudge(
            MoodleClient moodle,
            UndoRuns runs,
            UndoItems items,
            UndoAccounts accounts,
            AccountJudge accountJudge,
            MembershipJudge membershipJudge) {
        this.moodle = moodle;
        this.runs = runs;
        this.items = items;
        this.accounts = accounts;
        this.accountJudge = accountJudge;
        this.membershipJudge = membershipJudge;
    }

    /** Keeps in the ledger what is not to be taken back after all. Works in the caller's transaction. */
    void judge(long runId) {
        Run undone = runs.undoneBy(runId);
        SiteMembers members = new SiteMembers(moodle);
        for (UndoAction action : UndoAction.values()) {
            items.forEachPlanned(runId, action, part -> judge(undone, members, part));
        }
    }

    private void judge(Run undone, SiteMembers members, List<UndoItem> part) {
        Map<Long, List<LaterEffect>> later = items.laterEffects(undone, part);
        Map<Long, Account> known = accounts.of(part.stream()
                .filter(item -> item.targetId() == null || item.username().isEmpty())
                .toList());
        List<UndoItem> changed = new ArrayList<>();
        for (UndoItem item : part) {
            Account account = known.get(item.accountId());
            UndoItem named = item.username().isEmpty() && account != null ? item.of(account.username()) : item;
            List<LaterEffect> since = later.getOrDefault(item.id(), List.of());
            UndoItem judged = item.targetId() == null
                    ? accountJudge.judge(named, account, since)
                    : membershipJudge.judge(named, members, since);
            if (!judged.equals(item)) {
                changed.add(judged);
            }
        }
        items.update(changed);
    }
}
