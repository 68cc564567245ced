package org.rollcall.roster.archive;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with personal data for a short time. Nobody else may read it, and it is deleted when it is closed, when Java
 * ends, or, where neither came about because the machine failed, when the next one is made in the same folder.
 */
final class PrivateFile implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("rollcall-(\\d{1,18})-\\d+\\.unpacked");

    /** How far the times of files and processes may be apart although they mean the same. */
    private static final Duration COARSE_CLOCKS = Duration.ofSeconds(10);

    private final Path path;

    private PrivateFile(Path path) {
        this.path = path;
    }

    static PrivateFile in(Path folder) throws IOException {
        deleteForgotten(folder);
        String prefix = "rollcall-%d-".formatted(ProcessHandle.current().pid());
        Path path = Files.createTempFile(folder, prefix, ".unpacked");
        path.toFile().deleteOnExit();
        return new PrivateFile(path);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        delete(path);
    }

    private static void deleteForgotten(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "rollcall-*.unpacked")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches() && !isInUse(file, Long.parseLong(name.group(1)))) {
                    delete(file);
                }
            }
        }
    }

    /** Process numbers come again, in containers always the same; a file that is older than its process is not its own. */
    private static boolean isInUse(Path file, long process) throws IOException {
        Optional<ProcessHandle> owner = ProcessHandle.of(process);
        if (owner.isEmpty()) {
            return false;
        }
        Instant made = Files.getLastModifiedTime(file).toInstant();
        Instant begun = owner.get().info().startInstant().orElse(Instant.MIN);
        return made.plus(COARSE_CLOCKS).isAfter(begun);
    }

    /** A file that cannot be deleted now, as on Windows while it is open, is deleted by one of the other ways. */
    @SuppressWarnings("EmptyCatch")
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException later) {
            // It is deleted when Java ends, or else when the next file is made.
        }
    }
}
