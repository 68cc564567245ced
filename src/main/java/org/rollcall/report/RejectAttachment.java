package org.rollcall.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.operation.Home;
import org.springframework.util.FileSystemUtils;

/**
 * The rows that came back, as a mail has them.
 *
 * @param file what is attached; null for nothing
 * @param notes what there is to say of it, a sentence each
 * @param aside the folder in which a copy lies that was made for the mail, or null
 */
record RejectAttachment(
        @Nullable Path file, List<String> notes, @Nullable Path aside) implements AutoCloseable {

    static RejectAttachment none(String... notes) {
        return new RejectAttachment(null, List.of(notes), null);
    }

    /** A folder in which nobody else may look, for the time that a mail takes. */
    static Path folder(Home home, String run) throws IOException {
        Path folder = home.var().resolve("mail").resolve(run);
        FileSystemUtils.deleteRecursively(folder);
        return Home.ownerOnly(folder);
    }

    long size() throws IOException {
        return file == null ? 0 : Files.size(file);
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(aside);
    }
}
