package org.rollcall.provision.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.rollcall.ledger.AccountChange;
import org.rollcall.ledger.ChangePhase;
import org.rollcall.ledger.ChangedField;
import org.rollcall.ledger.Plans;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Looks, while a plan is applied, whether the accounts that it is about to change still are as they were when it was made;
 * one that somebody has changed in between is left as it is. A run that plans and applies in one go has just looked.
 */
@Component
@StepScope
class StillAsPlanned {

    /**
     * By its id a deleted account is found, too: Moodle keeps it under its email address and the time of the deletion
     * ({@code delete_user} in {@code lib/moodlelib.php}).
     */
    private static final Pattern DELETED = Pattern.compile(".*@.*\\.\\d{9,}");

    private final long run;
    private final boolean applying;
    private final AccountLookup lookup;
    private final ChangeVerdicts verdicts;

    StillAsPlanned(
            @Value("#{jobParameters['run']}") long run, Plans plans, AccountLookup lookup, ChangeVerdicts verdicts) {
        this.run = run;
        this.applying = plans.isReleased(run);
        this.lookup = lookup;
        this.verdicts = verdicts;
    }

    /** Gives the changes of accounts that are as they were; of the others those that somebody made already are skipped. */
    List<AccountChange> among(List<AccountChange> planned) {
        if (!applying || planned.isEmpty()) {
            return planned;
        }
        Map<Long, Account> accounts = new HashMap<>();
        lookup.find(
                        AccountField.ID,
                        planned.stream()
                                .map(change -> Long.toString(Objects.requireNonNull(change.accountId())))
                                .toList())
                .forEach(account -> accounts.put(account.id(), account));
        List<AccountChange> asPlanned = new ArrayList<>();
        for (AccountChange change : planned) {
            Account account = accounts.get(change.accountId());
            if (account == null || DELETED.matcher(account.username()).matches()) {
                gone(change);
            } else if (UserUpdateMapping.isSeenIn(account, change)) {
                verdicts.skipped(run, change);
            } else if (isAsPlanned(account, change)) {
                asPlanned.add(change);
            }
        }
        return asPlanned;
    }

    private void gone(AccountChange change) {
        if (change.phase() == ChangePhase.DELETE) {
            verdicts.skipped(run, change);
        } else {
            verdicts.rejected(run, change, ChangeProblems.goneSincePlan(change));
        }
    }

    private boolean isAsPlanned(Account account, AccountChange change) {
        ChangedField changed = UserUpdateMapping.changedSince(account, change);
        if (changed != null) {
            String now = Objects.requireNonNull(UserUpdateMapping.shown(account, changed.column()));
            verdicts.rejected(run, change, ChangeProblems.changedSincePlan(change, changed, now));
        }
        return changed == null;
    }
}
