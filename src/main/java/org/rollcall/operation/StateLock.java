package org.rollcall.operation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The lock on the job state: one process at a time holds it, so that an execution which the job state shows as running
 * can only be one that died. The operating system drops it with its process, however that ends.
 *
 * <p>A second lock, of the same kind, lets one process at a time watch the inbox; it holds the job state only while it works
 * on a file.
 */
public final class StateLock implements AutoCloseable {

    /**
     * The lock files that this process holds. POSIX drops a process's lock on a file as soon as the process closes any
     * handle of it, so one that is held here must not even be opened to be tried again.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private StateLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock, without waiting.
     *
     * @return the lock, or empty when another process (or another run in this one) holds it
     * @throws IOException when the folder cannot be made or the lock file not be opened
     */
    public static Optional<StateLock> take(Home home) throws IOException {
        return take(home, "lock");
    }

    /**
     * Takes the lock of the one who watches the inbox, without waiting.
     *
     * @return the lock, or empty when another process (or another watch in this one) holds it
     * @throws IOException when the folder cannot be made or the lock file not be opened
     */
    public static Optional<StateLock> takeWatch(Home home) throws IOException {
        return take(home, "watch.lock");
    }

    private static Optional<StateLock> take(Home home, String name) throws IOException {
        Path file = Home.ownerOnly(home.var()).toRealPath().resolve(name);
        if (!HELD_HERE.add(file)) {
            return Optional.empty();
        }
        Optional<StateLock> lock = Optional.empty();
        try {
            lock = lock(file);
            return lock;
        } finally {
            if (lock.isEmpty()) {
                HELD_HERE.remove(file);
            }
        }
    }

    private static Optional<StateLock> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? Optional.empty() : Optional.of(new StateLock(file, channel));
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(file);
    }
}
