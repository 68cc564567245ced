package org.rollcall.provision.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.ledger.AccountChange;
import org.rollcall.ledger.AccountChanges;
import org.rollcall.ledger.ChangeState;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.rollcall.moodle.BatchItem;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Ambiguous;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.SiteWarning;
import org.rollcall.moodle.UserWarning;
import org.rollcall.provision.sending.BatchCall;
import org.rollcall.provision.sending.BatchSender;
import org.rollcall.provision.sending.SettlingTime;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Changes accounts: details, usernames, suspension. Moodle takes each account of a batch for itself and answers a warning
 * for those that it did not change. Repeating a change does no harm, so after a call without a whole answer the accounts
 * are looked at, and those that are not seen to be changed are sent again, each alone: a password that fails the site's
 * policy leaves the whole call without an answer, although the others were changed.
 */
@Component
@StepScope
class UpdateUsers implements ItemWriter<AccountChange>, BatchCall<AccountChange, List<UserWarning>> {

    private final long run;
    private final MoodleClient moodle;
    private final AccountLookup lookup;
    private final StillAsPlanned stillAsPlanned;
    private final SettlingTime settling;
    private final BatchSender sender;
    private final AccountChanges changes;
    private final ChangeVerdicts verdicts;
    private final Set<Integer> rowsWithRefusedPassword = new HashSet<>();

    UpdateUsers(
            @Value("#{jobParameters['run']}") long run,
            MoodleClient moodle,
            AccountLookup lookup,
            StillAsPlanned stillAsPlanned,
            SettlingTime settling,
            BatchSender updateSender,
            AccountChanges changes,
            ChangeVerdicts verdicts) {
        this.run = run;
        this.moodle = moodle;
        this.lookup = lookup;
        this.stillAsPlanned = stillAsPlanned;
        this.settling = settling;
        this.sender = updateSender;
        this.changes = changes;
        this.verdicts = verdicts;
    }

    @Override
    public void write(Chunk<? extends AccountChange> chunk) {
        Map<Boolean, List<AccountChange>> bySent = chunk.getItems().stream()
                .collect(Collectors.partitioningBy(
                        change -> change.state() == ChangeState.SENDING, Collectors.toList()));
        List<AccountChange> fresh = stillAsPlanned.among(bySent.getOrDefault(false, List.of()));
        changes.sending(run, fresh);
        List<AccountChange> open = new ArrayList<>(takeOverSeen(bySent.getOrDefault(true, List.of())));
        open.addAll(fresh);
        sender.send(open, this);
    }

    @Override
    public BatchItem batchItem(AccountChange change) {
        return UserUpdateMapping.userUpdate(change);
    }

    @Override
    public Outcome<List<UserWarning>> send(List<AccountChange> batch) {
        return moodle.users()
                .update(batch.stream().map(UserUpdateMapping::userUpdate).toList());
    }

    @Override
    public void done(List<AccountChange> batch, Done<List<UserWarning>> answer) {
        if (!answer.warnings().isEmpty()) {
            doneAsSeen(batch, answer.warnings());
            return;
        }
        Map<Long, UserWarning> warnings = new HashMap<>();
        answer.value().forEach(warning -> warnings.put(warning.userId(), warning));
        List<AccountChange> made = new ArrayList<>();
        for (AccountChange change : batch) {
            UserWarning warning = warnings.get(accountId(change));
            if (warning != null) {
                verdicts.rejected(run, change, ChangeProblems.notUpdated(change, warning));
            } else {
                made.add(change);
            }
        }
        made(made);
    }

    private void made(List<AccountChange> all) {
        Map<Boolean, List<AccountChange>> byPassword =
                all.stream().collect(Collectors.partitioningBy(this::lacksPassword));
        verdicts.done(run, byPassword.getOrDefault(false, List.of()));
        for (AccountChange change : byPassword.getOrDefault(true, List.of())) {
            verdicts.rejectedInPart(run, change, ChangeProblems.passwordRefused(change));
        }
    }

    private boolean lacksPassword(AccountChange change) {
        return rowsWithRefusedPassword.contains(change.row());
    }

    /** Some warning cannot be laid to an account, so the answer does not tell which were changed: look at them. */
    private void doneAsSeen(List<AccountChange> batch, List<SiteWarning> warnings) {
        String saying = warnings.stream().map(SiteWarning::message).distinct().collect(Collectors.joining(" "));
        for (AccountChange change : takeOverSeen(batch)) {
            verdicts.rejected(run, change, ChangeProblems.notUpdated(change, saying));
        }
    }

    /** Takes the accounts that are as they are to be for changed by us, and gives back the other changes. */
    private List<AccountChange> takeOverSeen(List<AccountChange> inDoubt) {
        Map<Long, Account> accounts = new HashMap<>();
        lookup.find(
                        AccountField.ID,
                        inDoubt.stream()
                                .map(change -> Long.toString(accountId(change)))
                                .toList())
                .forEach(account -> accounts.put(account.id(), account));
        Map<Boolean, List<AccountChange>> bySeen = inDoubt.stream().collect(Collectors.partitioningBy(change -> {
            Account account = accounts.get(accountId(change));
            return account != null && UserUpdateMapping.isSeenIn(account, change);
        }));
        made(bySeen.getOrDefault(true, List.of()));
        return bySeen.getOrDefault(false, List.of());
    }

    private static long accountId(AccountChange change) {
        return Objects.requireNonNull(change.accountId());
    }

    @Override
    public void refused(AccountChange change, Refused<List<UserWarning>> refusal) {
        verdicts.rejected(run, change, ChangeProblems.notUpdated(change, refusal.message()));
    }

    @Override
    public List<AccountChange> settle(List<AccountChange> batch) {
        settling.pass();
        if (batch.size() == 1) {
            // Only a whole answer proves that it was the password which kept it away.
            return lacksPassword(batch.get(0)) ? batch : takeOverSeen(batch);
        }
        sender.send(takeOverSeen(batch), 1, this);
        return List.of();
    }

    /** Sends everything but the password, which is at fault if that is answered. */
    @Override
    public void unclear(AccountChange change, Ambiguous<List<UserWarning>> outcome) {
        if (change.password() == null) {
            BatchCall.super.unclear(change, outcome);
        }
        rowsWithRefusedPassword.add(change.row());
        sender.send(List.of(change.withoutPassword()), this);
    }
}
