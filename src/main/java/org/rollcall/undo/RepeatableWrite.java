package org.rollcall.undo;

import java.util.List;
import java.util.function.Function;
import org.rollcall.ledger.UndoItem;
import org.rollcall.ledger.UndoItems;
import org.rollcall.moodle.Acknowledged;
import org.rollcall.moodle.BatchItem;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.provision.sending.BatchCall;
import org.rollcall.provision.sending.BatchSender;
import org.rollcall.provision.sending.SettlingTime;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Takes back memberships through a function that keeps all of a batch or nothing, and of which a repetition does no harm:
 * removing somebody who is no member any more passes in silence, and so does ending an enrolment that is not there; an
 * enrolment is overwritten with the same.
 */
final class RepeatableWrite<B extends BatchItem> implements ItemWriter<UndoItem>, BatchCall<UndoItem, Acknowledged> {

    private final Function<UndoItem, B> mapping;
    private final Function<List<B>, Outcome<Acknowledged>> function;
    private final SettlingTime settling;
    private final BatchSender sender;
    private final UndoItems items;
    private final UndoVerdicts verdicts;

    RepeatableWrite(
            Function<UndoItem, B> mapping,
            Function<List<B>, Outcome<Acknowledged>> function,
            SettlingTime settling,
            BatchSender sender,
            UndoItems items,
            UndoVerdicts verdicts) {
        this.mapping = mapping;
        this.function = function;
        this.settling = settling;
        this.sender = sender;
        this.items = items;
        this.verdicts = verdicts;
    }

    @Override
    public void write(Chunk<? extends UndoItem> chunk) {
        List<UndoItem> all = List.copyOf(chunk.getItems());
        items.sending(all);
        sender.send(all, this);
    }

    @Override
    public BatchItem batchItem(UndoItem item) {
        return mapping.apply(item);
    }

    @Override
    public Outcome<Acknowledged> send(List<UndoItem> batch) {
        return function.apply(batch.stream().map(mapping).toList());
    }

    @Override
    public void done(List<UndoItem> batch, Done<Acknowledged> answer) {
        verdicts.done(batch);
    }

    @Override
    public void refused(UndoItem item, Refused<Acknowledged> refusal) {
        verdicts.rejected(item, refusal.message());
    }

    @Override
    public List<UndoItem> settle(List<UndoItem> batch) {
        settling.pass();
        return batch;
    }
}
