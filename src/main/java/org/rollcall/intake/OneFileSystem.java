package org.rollcall.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rollcall.operation.SettingsException;

/** Inbox and archive have to lie on one file system: only there a file is moved whole, at once. */
final class OneFileSystem {

    private OneFileSystem() {}

    /**
     * Looks whether files of a folder can be moved into the archive.
     *
     * @throws SettingsException when they cannot
     */
    static void require(Path folder, Path archive) throws IOException {
        if (!Files.getFileStore(folder).equals(Files.getFileStore(archive))) {
            throw fault(folder, null);
        }
    }

    static SettingsException fault(Path folder, @Nullable Exception cause) {
        String sentence =
                "The folder %s lies on another file system than the archive, and a file can be moved whole only within one; make archive a link to a folder beside it."
                        .formatted(folder);
        return cause == null ? new SettingsException(sentence) : new SettingsException(sentence, cause);
    }
}
