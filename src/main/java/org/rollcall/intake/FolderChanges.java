package org.rollcall.intake;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until something changes in a folder, where the file system tells; that of another machine does not, so the wait is
 * never for long. Closing it ends a wait.
 */
final class FolderChanges implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderChanges.class);

    /** A file that is being written changes all the time. */
    private static final Duration AT_MOST_EVERY = Duration.ofMillis(200);

    private final WatchService service;

    FolderChanges(Path folder) throws IOException {
        this.service = folder.getFileSystem().newWatchService();
    }

    /** Has a folder watched, too; doing so twice does no harm. */
    void watch(Path folder) {
        try {
            folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        } catch (IOException unwatchable) {
            LOG.debug("{} is only looked at from time to time: {}", folder, unwatchable.getMessage());
        }
    }

    /** Waits for a change, but no longer than that. */
    void await(Duration longest) throws InterruptedException {
        try {
            long wait = Math.max(longest.toMillis(), 1);
            if (passOver(service.poll(wait, TimeUnit.MILLISECONDS))) {
                long end = System.nanoTime() + AT_MOST_EVERY.toNanos();
                for (long left = AT_MOST_EVERY.toNanos(); left > 0; left = end - System.nanoTime()) {
                    passOver(service.poll(left, TimeUnit.NANOSECONDS));
                }
            }
        } catch (ClosedWatchServiceException closed) {
            LOG.debug("Closed while waiting");
        }
    }

    private static boolean passOver(@Nullable WatchKey key) {
        if (key == null) {
            return false;
        }
        key.pollEvents();
        key.reset();
        return true;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
