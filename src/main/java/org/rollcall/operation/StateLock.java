package org.rollcall.operation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The lock on the job state: one process at a time holds it, so that an execution which the job state shows as running
 * can only be one that died. The operating system drops it with its process, however that ends.
 */
public final class StateLock implements AutoCloseable {

    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, without waiting.
     *
     * @return the lock, or empty when another process (or another run in this one) holds it
     * @throws IOException when the folder cannot be made or the lock file not be opened
     */
    public static Optional<StateLock> take(Home home) throws IOException {
        Path file = Home.ownerOnly(home.var()).resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new StateLock(channel));
            }
        } catch (OverlappingFileLockException held) {
            // Held by another run in this process: the same answer as for another process.
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
