package org.rollcall.provision.leaver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rollcall.ledger.Leaver;
import org.rollcall.moodle.Acknowledged;
import org.rollcall.moodle.BatchItem;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.provision.sending.BatchCall;
import org.rollcall.provision.sending.SettlingTime;

/**
 * A function that takes people out of cohorts or courses, all of a batch or nothing, and may be repeated without harm. A
 * lack of permission is the verdict for everybody else who leaves the same place.
 *
 * @param <I> what it takes
 */
final class RemovalCall<I extends BatchItem> implements BatchCall<Leaver, Acknowledged> {

    private final long run;
    private final Function<Leaver, I> item;
    private final Function<List<I>, Outcome<Acknowledged>> function;
    private final SettlingTime settling;
    private final LeaverVerdicts verdicts;
    private final Map<Long, Refused<Acknowledged>> closedPlaces = new HashMap<>();

    RemovalCall(
            long run,
            Function<Leaver, I> item,
            Function<List<I>, Outcome<Acknowledged>> function,
            SettlingTime settling,
            LeaverVerdicts verdicts) {
        this.run = run;
        this.item = item;
        this.function = function;
        this.settling = settling;
        this.verdicts = verdicts;
    }

    @Override
    public BatchItem batchItem(Leaver leaver) {
        return item.apply(leaver);
    }

    @Override
    public Outcome<Acknowledged> send(List<Leaver> batch) {
        return function.apply(batch.stream().map(item).toList());
    }

    @Override
    public void done(List<Leaver> batch, Done<Acknowledged> answer) {
        verdicts.done(run, batch);
    }

    @Override
    public boolean judge(Leaver leaver) {
        Refused<Acknowledged> refusal = closedPlaces.get(leaver.targetId());
        if (refusal != null) {
            refused(leaver, refusal);
        }
        return refusal != null;
    }

    @Override
    public void refused(Leaver leaver, Refused<Acknowledged> refusal) {
        if (refusal.lacksPermission()) {
            closedPlaces.put(leaver.targetId(), refusal);
        }
        verdicts.rejected(run, leaver, refusal.message());
    }

    @Override
    public List<Leaver> settle(List<Leaver> batch) {
        settling.pass();
        return batch;
    }
}
