package org.rollcall.provision.staging;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rollcall.operation.StoppedException;

/**
 * Reads on a thread of its own while what was read is being written, a few parts ahead and no more. It is taken from, and
 * closed, by one thread.
 *
 * @param <T> what is read
 */
final class ReadAhead<T> implements AutoCloseable {

    private static final int ITEMS_A_PART = 500;
    private static final int PARTS_AHEAD = 4;

    private final Supplier<@Nullable T> source;
    private final BlockingQueue<Part<T>> parts = new ArrayBlockingQueue<>(PARTS_AHEAD);
    private final Thread thread;
    private Iterator<T> current = List.<T>of().iterator();
    private boolean ended;
    private @Nullable RuntimeException failure;

    /** @param source gives null at its end, or throws, and is then asked no more; called on the new thread only */
    ReadAhead(String name, Supplier<@Nullable T> source) {
        this.source = source;
        this.thread = new Thread(this::readAll, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Some items; the last part says so, and what ended the reading if it was not the source's end. */
    private record Part<T>(
            List<T> items, boolean last, @Nullable RuntimeException failure) {}

    private void readAll() {
        try {
            boolean last = false;
            while (!last) {
                Part<T> part = part();
                parts.put(part);
                last = part.last();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private Part<T> part() {
        List<T> items = new ArrayList<>(ITEMS_A_PART);
        try {
            while (items.size() < ITEMS_A_PART) {
                T item = source.get();
                if (item == null) {
                    return new Part<>(items, true, null);
                }
                items.add(item);
            }
            return new Part<>(items, false, null);
        } catch (RuntimeException thrown) {
            return new Part<>(items, true, thrown);
        }
    }

    /**
     * The next item, waited for.
     *
     * @return null at the end
     * @throws RuntimeException what the source threw, after the items that it gave before
     */
    @Nullable
    T next() {
        while (!current.hasNext()) {
            if (failure != null) {
                throw failure;
            }
            if (ended) {
                return null;
            }
            Part<T> part = take();
            current = part.items().iterator();
            ended = part.last();
            failure = part.failure();
        }
        return current.next();
    }

    private Part<T> take() {
        try {
            return parts.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoppedException("The reading of the roster was broken off.");
        }
    }

    /** Ends the reading, and waits until the source is no longer used. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
