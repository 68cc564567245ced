package org.rollcall.provision.account;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.ledger.AccountChange;
import org.rollcall.ledger.AccountChanges;
import org.rollcall.ledger.ChangeState;
import org.rollcall.ledger.ChangedField;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.rollcall.moodle.Acknowledged;
import org.rollcall.moodle.BatchItem;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.UserUpdate;
import org.rollcall.provision.sending.BatchCall;
import org.rollcall.provision.sending.BatchSender;
import org.rollcall.provision.sending.SettlingTime;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Deletes accounts. Moodle deletes all of a batch or none; an account that is gone already, which would refuse the batch,
 * is what was wanted. Whether one is gone is told by its username: Moodle keeps deleted accounts under another.
 */
@Component
@StepScope
class DeleteUsers implements ItemWriter<AccountChange>, BatchCall<AccountChange, Acknowledged> {

    private final long run;
    private final MoodleClient moodle;
    private final AccountLookup lookup;
    private final StillAsPlanned stillAsPlanned;
    private final SettlingTime settling;
    private final BatchSender sender;
    private final AccountChanges changes;
    private final ChangeVerdicts verdicts;

    DeleteUsers(
            @Value("#{jobParameters['run']}") long run,
            MoodleClient moodle,
            AccountLookup lookup,
            StillAsPlanned stillAsPlanned,
            SettlingTime settling,
            BatchSender deletionSender,
            AccountChanges changes,
            ChangeVerdicts verdicts) {
        this.run = run;
        this.moodle = moodle;
        this.lookup = lookup;
        this.stillAsPlanned = stillAsPlanned;
        this.settling = settling;
        this.sender = deletionSender;
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
        List<AccountChange> open = new ArrayList<>(takeOverGone(bySent.getOrDefault(true, List.of())));
        open.addAll(fresh);
        sender.send(open, this);
    }

    @Override
    public BatchItem batchItem(AccountChange change) {
        return UserUpdate.of(accountId(change));
    }

    @Override
    public Outcome<Acknowledged> send(List<AccountChange> batch) {
        return moodle.users().delete(batch.stream().map(DeleteUsers::accountId).toList());
    }

    private static long accountId(AccountChange change) {
        return Objects.requireNonNull(change.accountId());
    }

    @Override
    public void done(List<AccountChange> batch, Done<Acknowledged> answer) {
        verdicts.done(run, batch);
    }

    @Override
    public void refused(AccountChange change, Refused<Acknowledged> refusal) {
        if (!stillThere(List.of(change)).isEmpty()) {
            verdicts.rejected(run, change, ChangeProblems.notDeleted(change, refusal));
        } else if (change.state() == ChangeState.SENDING) {
            // An earlier call of this run was sent and never answered: it is what deleted the account.
            verdicts.done(run, List.of(change));
        } else {
            verdicts.skipped(run, change);
        }
    }

    @Override
    public List<AccountChange> settle(List<AccountChange> batch) {
        return settling.lookUntilEmpty(
                batch.stream().map(change -> change.in(ChangeState.SENDING)).toList(), this::takeOverGone);
    }

    /** Takes the accounts that are gone by now for deleted by us, and gives back the others. */
    private List<AccountChange> takeOverGone(List<AccountChange> inDoubt) {
        List<AccountChange> there = stillThere(inDoubt);
        verdicts.done(
                run, inDoubt.stream().filter(change -> !there.contains(change)).toList());
        return there;
    }

    private List<AccountChange> stillThere(List<AccountChange> asked) {
        Set<Long> found = new HashSet<>();
        lookup
                .find(
                        AccountField.USERNAME,
                        asked.stream().map(DeleteUsers::usernameOnSite).toList())
                .stream()
                .map(Account::id)
                .forEach(found::add);
        return asked.stream()
                .filter(change -> found.contains(accountId(change)))
                .toList();
    }

    /** What the account was called when it was found, which need not be what the row calls it. */
    private static String usernameOnSite(AccountChange change) {
        return change.fields().stream()
                .filter(field -> field.column().equals("username"))
                .map(ChangedField::before)
                .findFirst()
                .map(Objects::requireNonNull)
                .orElse(change.username());
    }
}
