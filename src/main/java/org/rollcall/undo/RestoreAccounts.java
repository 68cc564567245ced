package org.rollcall.undo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rollcall.ledger.UndoItem;
import org.rollcall.ledger.UndoItems;
import org.rollcall.ledger.UndoState;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.BatchItem;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.SiteWarning;
import org.rollcall.moodle.UserWarning;
import org.rollcall.provision.account.UserUpdateMapping;
import org.rollcall.provision.sending.BatchCall;
import org.rollcall.provision.sending.BatchSender;
import org.rollcall.provision.sending.SettlingTime;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Sets fields of accounts back, suspends accounts, and lets them in again. Moodle takes each account of a batch for itself
 * and answers a warning for those that it did not change. Repeating does no harm, so accounts whose call got no whole
 * answer are looked at, and sent again unless they are seen to be as wanted.
 */
final class RestoreAccounts implements ItemWriter<UndoItem>, BatchCall<AccountRestore, List<UserWarning>> {

    private final MoodleClient moodle;
    private final UndoAccounts accounts;
    private final SettlingTime settling;
    private final BatchSender sender;
    private final UndoItems items;
    private final UndoVerdicts verdicts;

    RestoreAccounts(
            MoodleClient moodle,
            UndoAccounts accounts,
            SettlingTime settling,
            BatchSender sender,
            UndoItems items,
            UndoVerdicts verdicts) {
        this.moodle = moodle;
        this.accounts = accounts;
        this.settling = settling;
        this.sender = sender;
        this.items = items;
        this.verdicts = verdicts;
    }

    @Override
    public void write(Chunk<? extends UndoItem> chunk) {
        Map<Boolean, List<UndoItem>> bySent = chunk.getItems().stream()
                .collect(Collectors.partitioningBy(item -> item.state() == UndoState.SENDING, Collectors.toList()));
        List<UndoItem> fresh = bySent.getOrDefault(false, List.of());
        items.sending(fresh);
        List<AccountRestore> open =
                new ArrayList<>(takeOverSeen(AccountRestore.byAccount(bySent.getOrDefault(true, List.of()))));
        open.addAll(AccountRestore.byAccount(fresh));
        sender.send(open, this);
    }

    @Override
    public BatchItem batchItem(AccountRestore restore) {
        return UserUpdateMapping.userUpdate(restore.change());
    }

    @Override
    public Outcome<List<UserWarning>> send(List<AccountRestore> batch) {
        return moodle.users()
                .update(batch.stream()
                        .map(restore -> UserUpdateMapping.userUpdate(restore.change()))
                        .toList());
    }

    @Override
    public void done(List<AccountRestore> batch, Done<List<UserWarning>> answer) {
        if (!answer.warnings().isEmpty()) {
            String saying = answer.warnings().stream()
                    .map(SiteWarning::message)
                    .distinct()
                    .collect(Collectors.joining(" "));
            takeOverSeen(batch).forEach(restore -> verdicts.rejected(restore.items(), saying));
            return;
        }
        Map<Long, UserWarning> warnings = new HashMap<>();
        answer.value().forEach(warning -> warnings.put(warning.userId(), warning));
        List<UndoItem> made = new ArrayList<>();
        for (AccountRestore restore : batch) {
            UserWarning warning = warnings.get(restore.account());
            if (warning == null) {
                made.addAll(restore.items());
            } else {
                verdicts.rejected(restore.items(), warning.message());
            }
        }
        verdicts.done(made);
    }

    /** Takes the accounts that are as they are to be for changed by us, and gives back the others. */
    private List<AccountRestore> takeOverSeen(List<AccountRestore> inDoubt) {
        Map<Long, Account> known = accounts.of(
                inDoubt.stream().flatMap(restore -> restore.items().stream()).toList());
        List<UndoItem> made = new ArrayList<>();
        List<AccountRestore> open = new ArrayList<>();
        for (AccountRestore restore : inDoubt) {
            Account account = known.get(restore.account());
            if (account != null && UserUpdateMapping.isSeenIn(account, restore.change())) {
                made.addAll(restore.items());
            } else {
                open.add(restore);
            }
        }
        verdicts.done(made);
        return open;
    }

    @Override
    public void refused(AccountRestore restore, Refused<List<UserWarning>> refusal) {
        verdicts.rejected(restore.items(), refusal.message());
    }

    @Override
    public List<AccountRestore> settle(List<AccountRestore> batch) {
        settling.pass();
        return takeOverSeen(batch);
    }
}
