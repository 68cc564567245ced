package org.rollcall.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rollcall.ledger.UndoItem;
import org.rollcall.ledger.UndoItems;
import org.rollcall.ledger.UndoState;
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
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Deletes accounts that the earlier run created. Moodle deletes all of a batch or none; an account that is gone already,
 * which would refuse the batch, is what was wanted.
 */
final class DeleteCreated implements ItemWriter<UndoItem>, BatchCall<UndoItem, Acknowledged> {

    private final MoodleClient moodle;
    private final UndoAccounts accounts;
    private final SettlingTime settling;
    private final BatchSender sender;
    private final UndoItems items;
    private final UndoVerdicts verdicts;

    DeleteCreated(
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
        List<UndoItem> open = new ArrayList<>(takeOverGone(bySent.getOrDefault(true, List.of())));
        open.addAll(fresh);
        sender.send(open, this);
    }

    @Override
    public BatchItem batchItem(UndoItem item) {
        return UserUpdate.of(item.account());
    }

    @Override
    public Outcome<Acknowledged> send(List<UndoItem> batch) {
        return moodle.users().delete(batch.stream().map(UndoItem::account).toList());
    }

    @Override
    public void done(List<UndoItem> batch, Done<Acknowledged> answer) {
        verdicts.done(batch);
    }

    @Override
    public void refused(UndoItem item, Refused<Acknowledged> refusal) {
        if (!accounts.stillThere(List.of(item)).isEmpty()) {
            verdicts.rejected(item, refusal.message());
        } else if (item.state() == UndoState.SENDING) {
            // An earlier call of this run was sent and never answered: it is what deleted the account.
            verdicts.done(List.of(item));
        } else {
            verdicts.already(List.of(item), "The account is gone.");
        }
    }

    @Override
    public List<UndoItem> settle(List<UndoItem> batch) {
        return settling.lookUntilEmpty(
                batch.stream().map(item -> item.in(UndoState.SENDING, "")).toList(), this::takeOverGone);
    }

    /** Takes the accounts that are gone by now for deleted by us, and gives back the others. */
    private List<UndoItem> takeOverGone(List<UndoItem> inDoubt) {
        if (inDoubt.isEmpty()) {
            return inDoubt;
        }
        List<UndoItem> there = accounts.stillThere(inDoubt);
        verdicts.done(inDoubt.stream().filter(item -> !there.contains(item)).toList());
        return there;
    }
}
