package org.rollcall.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether another program has a file open to write it, as far as it lets others know. */
final class OpenFiles {

    private static final Logger LOG = LoggerFactory.getLogger(OpenFiles.class);

    private OpenFiles() {}

    static boolean isOpenElsewhere(Path file) {
        return isOpenInSpreadsheet(file) || isLocked(file);
    }

    /** Excel and LibreOffice put a file beside the one that somebody has open. */
    private static boolean isOpenInSpreadsheet(Path file) {
        String name = file.getFileName().toString();
        return Files.exists(file.resolveSibling("~$" + name))
                || Files.exists(file.resolveSibling(".~lock." + name + "#"));
    }

    private static boolean isLocked(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return true;
        } catch (AccessDeniedException closed) {
            // On Windows that is how a locked file shows; elsewhere the one who drops it has to open it to Rollcall.
            return true;
        } catch (IOException noLocksHere) {
            LOG.debug("Whether {} is locked cannot be told: {}", file, noLocksHere.getMessage());
            return false;
        }
    }
}
