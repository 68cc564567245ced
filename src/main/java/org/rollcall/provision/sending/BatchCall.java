package org.rollcall.provision.sending;

import java.util.List;
import org.rollcall.moodle.BatchItem;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Ambiguous;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.UnavailableKind;
import org.rollcall.operation.SiteUnavailableException;

/**
 * A web-service function that takes a batch and keeps all of it or nothing, and what its outcomes mean for the items.
 *
 * @param <T> an item
 * @param <R> what the function answers
 */
public interface BatchCall<T, R> {

    /** What an item takes up in a call. */
    BatchItem batchItem(T item);

    /** Sends a batch, once. */
    Outcome<R> send(List<T> batch);

    /** The site did all of a batch. */
    void done(List<T> batch, Done<R> answer);

    /** The site refused an item that stood alone. */
    void refused(T item, Refused<R> refusal);

    /**
     * Finds out, after a call without a whole answer, what became of its batch, and records what turned out done.
     *
     * @return the items that are still to be sent
     */
    List<T> settle(List<T> batch);

    /**
     * The site gave no whole answer about an item that stood alone, however often it was asked. Unless the item itself may
     * be the reason, the site cannot be worked with.
     */
    default void unclear(T item, Ambiguous<R> outcome) {
        throw new SiteUnavailableException(UnavailableKind.NO_ANSWER, outcome.reason());
    }

    /**
     * Gives an item the verdict that another one's refusal has brought for it too, if there is one. Asked once for each
     * item before it is sent.
     *
     * @return whether it has its verdict now, and need not be sent
     */
    default boolean judge(T item) {
        return false;
    }
}
