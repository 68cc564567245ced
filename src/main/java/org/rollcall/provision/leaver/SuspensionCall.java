package org.rollcall.provision.leaver;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.ledger.Leaver;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.rollcall.moodle.BatchItem;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.SiteWarning;
import org.rollcall.moodle.UserUpdate;
import org.rollcall.moodle.UserWarning;
import org.rollcall.provision.account.AccountLookup;
import org.rollcall.provision.sending.BatchCall;
import org.rollcall.provision.sending.SettlingTime;

/** Suspends the accounts of leavers. Moodle takes each for itself, and warns of those that it did not change. */
final class SuspensionCall implements BatchCall<Leaver, List<UserWarning>> {

    private final long run;
    private final MoodleClient moodle;
    private final AccountLookup lookup;
    private final SettlingTime settling;
    private final LeaverVerdicts verdicts;

    SuspensionCall(
            long run, MoodleClient moodle, AccountLookup lookup, SettlingTime settling, LeaverVerdicts verdicts) {
        this.run = run;
        this.moodle = moodle;
        this.lookup = lookup;
        this.settling = settling;
        this.verdicts = verdicts;
    }

    /** The ids of those accounts that are suspended. */
    static Set<Long> suspended(AccountLookup lookup, List<Leaver> leavers) {
        List<String> ids = leavers.stream()
                .map(leaver -> Long.toString(leaver.accountId()))
                .toList();
        return ids.isEmpty()
                ? Set.of()
                : lookup.find(AccountField.ID, ids).stream()
                        .filter(account -> Boolean.TRUE.equals(account.suspended()))
                        .map(Account::id)
                        .collect(Collectors.toCollection(HashSet::new));
    }

    private static UserUpdate update(Leaver leaver) {
        return UserUpdate.of(leaver.accountId()).withSuspended(true);
    }

    @Override
    public BatchItem batchItem(Leaver leaver) {
        return update(leaver);
    }

    @Override
    public Outcome<List<UserWarning>> send(List<Leaver> batch) {
        return moodle.users().update(batch.stream().map(SuspensionCall::update).toList());
    }

    @Override
    public void done(List<Leaver> batch, Done<List<UserWarning>> answer) {
        Map<Long, String> warnings = new HashMap<>();
        answer.value().forEach(warning -> warnings.put(warning.userId(), warning.message()));
        if (!answer.warnings().isEmpty()) {
            // Some warning cannot be laid to an account, so the answer does not tell which were changed: look at them.
            String saying = answer.warnings().stream()
                    .map(SiteWarning::message)
                    .distinct()
                    .collect(Collectors.joining(" "));
            Set<Long> suspended = suspended(lookup, batch);
            batch.stream()
                    .map(Leaver::accountId)
                    .filter(id -> !suspended.contains(id))
                    .forEach(id -> warnings.putIfAbsent(id, saying));
        }
        for (Leaver leaver : batch) {
            String warning = warnings.get(leaver.accountId());
            if (warning != null) {
                verdicts.rejected(run, leaver, warning);
            }
        }
        verdicts.done(
                run,
                batch.stream()
                        .filter(leaver -> !warnings.containsKey(leaver.accountId()))
                        .toList());
    }

    @Override
    public void refused(Leaver leaver, Refused<List<UserWarning>> refusal) {
        verdicts.rejected(run, leaver, refusal.message());
    }

    @Override
    public List<Leaver> settle(List<Leaver> batch) {
        settling.pass();
        return batch;
    }
}
