package org.rollcall.provision.sending;

import java.util.List;
import java.util.function.Function;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Ambiguous;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.Outcome.Unavailable;
import org.rollcall.moodle.UnavailableKind;
import org.rollcall.operation.SiteUnavailableException;
import org.rollcall.provision.sending.BatchSender.Sent;

/**
 * Sends a batch, and splits one that is refused until the guilty item stands alone: one bad item among n costs about
 * 2·log2(n) calls more, and the others are done.
 *
 * <p>Where the first half of a refused batch is fine, the guilty item must be in the second, which is then split further
 * without being sent whole.
 */
final class Bisection<T, R> {

    private final BatchCall<T, R> call;
    private final Function<List<T>, Sent<T, R>> sending;

    /**
     * @param call what the outcomes mean for the items
     * @param sending brings a batch to an outcome, and tells which items are left for it
     */
    Bisection(BatchCall<T, R> call, Function<List<T>, Sent<T, R>> sending) {
        this.call = call;
        this.sending = sending;
    }

    /**
     * Brings every item of a batch to its verdict.
     *
     * @throws SiteUnavailableException when the site cannot be worked with now; items without a verdict stay as they are
     */
    void run(List<T> batch) {
        send(batch, false);
    }

    /** Returns whether the site took all of it. */
    private boolean send(List<T> batch, boolean holdsGuilty) {
        List<T> open = batch.stream().filter(item -> !call.judge(item)).toList();
        if (open.isEmpty()) {
            return true;
        }
        if (holdsGuilty && open.size() > 1) {
            split(open);
            return false;
        }
        Sent<T, R> sent = sending.apply(open);
        return sent.items().isEmpty() || verdict(sent.items(), sent.outcome());
    }

    private boolean verdict(List<T> batch, Outcome<R> outcome) {
        if (outcome instanceof Done<R> done) {
            call.done(batch, done);
            return true;
        }
        if (outcome instanceof Refused<R> refused) {
            if (batch.size() == 1) {
                call.refused(batch.get(0), refused);
            } else {
                split(batch);
            }
            return false;
        }
        if (outcome instanceof Unavailable<R> unavailable) {
            throw new SiteUnavailableException(unavailable.kind(), unavailable.reason());
        }
        Ambiguous<R> ambiguous = (Ambiguous<R>) outcome;
        if (batch.size() > 1) {
            throw new SiteUnavailableException(UnavailableKind.NO_ANSWER, ambiguous.reason());
        }
        call.unclear(batch.get(0), ambiguous);
        return false;
    }

    private void split(List<T> batch) {
        int middle = (batch.size() + 1) / 2;
        boolean firstHalfFine = send(batch.subList(0, middle), false);
        send(batch.subList(middle, batch.size()), firstHalfFine);
    }
}
