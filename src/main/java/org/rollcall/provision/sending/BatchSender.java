package org.rollcall.provision.sending;

import java.util.List;
import java.util.function.IntConsumer;
import org.rollcall.moodle.BatchLimits;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Ambiguous;
import org.rollcall.moodle.Outcome.Unavailable;
import org.rollcall.moodle.Pace;
import org.rollcall.moodle.UnavailableKind;
import org.rollcall.operation.SiteUnavailableException;

/**
 * Sends any number of items through one web-service function, in batches as large as suits the site just then. A batch
 * that is refused is split by {@link Bisection}; one that the site could not take is sent again after a pause, and one
 * that it may have carried out only after looking at the site.
 */
public final class BatchSender {

    private static final int SENDINGS = 3;

    private final Pace pace;
    private final BatchLimits limits;
    private final SettlingTime settling;
    private final IntConsumer settled;

    /**
     * A sender with a pace, and its patience, of its own.
     *
     * @param settled told how many items a batch had when all of them have their verdict
     */
    public BatchSender(Pace pace, BatchLimits limits, SettlingTime settling, IntConsumer settled) {
        this.pace = pace;
        this.limits = limits;
        this.settling = settling;
        this.settled = settled;
    }

    /**
     * Brings every item to its verdict.
     *
     * @throws SiteUnavailableException when the site cannot be worked with now; items without a verdict stay as they are
     */
    public <T, R> void send(List<T> items, BatchCall<T, R> call) {
        send(items, Integer.MAX_VALUE, call);
    }

    /** Brings every item to its verdict, in batches of at most so many. */
    public <T, R> void send(List<T> items, int most, BatchCall<T, R> call) {
        List<T> rest = items;
        while (!rest.isEmpty()) {
            int largest = Math.min(most, pace.batchSize());
            List<T> batch = limits.split(
                            rest,
                            largest,
                            item -> call.batchItem(item).fieldCount(),
                            item -> call.batchItem(item).formBytes())
                    .get(0);
            int whole = batch.size() == largest || batch.size() < rest.size() ? batch.size() : Integer.MAX_VALUE;
            new Bisection<>(call, (List<T> part) -> sendOnce(part, part.size() >= whole, call)).run(batch);
            settled.accept(batch.size());
            rest = rest.subList(batch.size(), rest.size());
        }
    }

    /** How the sending of a batch ended, and which of its items the outcome is about: the others are settled. */
    record Sent<T, R>(List<T> items, Outcome<R> outcome) {}

    private <T, R> Sent<T, R> sendOnce(List<T> batch, boolean full, BatchCall<T, R> call) {
        List<T> open = batch;
        for (int sending = 1; ; sending++) {
            List<T> items = open;
            Outcome<R> outcome = pace.call(items.size(), full, () -> call.send(items));
            if (sending == SENDINGS) {
                return new Sent<>(items, outcome);
            }
            if (outcome instanceof Ambiguous<R>) {
                open = call.settle(items);
                if (open.isEmpty()) {
                    return new Sent<>(open, outcome);
                }
            } else if (!(outcome instanceof Unavailable<R> unavailable && settling.hasPatience(unavailable, sending))) {
                return new Sent<>(items, outcome);
            } else if (unavailable.kind() != UnavailableKind.UNREACHABLE) {
                // A web server also answers 503 when PHP died over its work, which may have been done by then.
                open = call.settle(items);
                if (open.isEmpty()) {
                    return new Sent<>(open, outcome);
                }
            }
        }
    }
}
