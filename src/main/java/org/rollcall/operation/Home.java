package org.rollcall.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The folder in which an installation of Rollcall keeps its own things; rosters may lie anywhere.
 *
 * @param folder absolute
 */
public record Home(Path folder) {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    /** Absolute and normalised, whatever was given. */
    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** The home that {@code ROLLCALL_HOME} names, or else the folder in which the program was started. */
    public static Home fromEnvironment() {
        String named = System.getProperty("rollcall.home", System.getenv().getOrDefault("ROLLCALL_HOME", ""));
        return new Home(Path.of(named.isBlank() ? "." : named));
    }

    /** What the person who sets a site up writes. */
    public Path config() {
        return folder.resolve("config");
    }

    /** Job state, sandbox data, logs; readable by the owner only. */
    public Path var() {
        return folder.resolve("var");
    }

    /** The job state and what belongs to it; readable by the owner only. */
    public Path state() {
        return var().resolve("state");
    }

    /** Whether there is job state at all: not before the first run. */
    public boolean hasState() {
        return Files.exists(state().resolve("rollcall.mv.db"));
    }

    /** The reports, one folder a run; readable by the owner only. */
    public Path reports() {
        return folder.resolve("reports");
    }

    /** Where rosters are dropped; the folders below it may have settings of their own. */
    public Path inbox() {
        return folder.resolve("inbox");
    }

    /** Rosters that were dropped and are done, with their reports. */
    public Path archive() {
        return folder.resolve("archive");
    }

    /** The log file. */
    public Path log() {
        return var().resolve("log").resolve("rollcall.log");
    }

    /**
     * Makes a folder, and closes it to everybody but the owner.
     *
     * @throws IOException when it cannot be made
     */
    public static Path ownerOnly(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
        }
        return folder;
    }
}
