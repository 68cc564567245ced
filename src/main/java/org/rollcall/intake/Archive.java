package org.rollcall.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Run;
import org.rollcall.operation.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where rosters end, readable by the owner only. The reports lie beside a roster as copies, as they were when it was
 * archived: somebody may mend rows in them, and {@code reports/} is to stay as it was written. They have a folder of their
 * own, as a roster may be called {@code rejects.csv} itself.
 */
final class Archive {

    /** The folder, beside a roster, of the reports of its run. */
    static final String REPORTS = "reports";

    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
    private static final int LENGTH_OF_DAY = 10;
    private static final int LONGEST_WITH_ENDING = 251;

    private final Path archive;
    private final Clock clock;

    Archive(Home home, Clock clock) {
        this.archive = home.archive();
        this.clock = clock;
    }

    /**
     * Puts down a roster with the reports of its run.
     *
     * @param note what is to be said of it, or null
     * @return the folder
     */
    Path store(Claim claim, Run run, Path reports, @Nullable String note) throws IOException {
        Path folder = folder(archive.resolve(run.name().substring(0, LENGTH_OF_DAY)), run.name());
        copy(reports, Home.ownerOnly(folder.resolve(REPORTS)));
        put(claim, folder, note);
        return folder;
    }

    /**
     * Puts down a roster that could not be read.
     *
     * @return where it lies
     */
    Path unreadable(Claim claim, String note) throws IOException {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return put(claim, folder(archive.resolve(day.toString()), "unreadable"), note);
    }

    private Path folder(Path day, String name) throws IOException {
        Home.ownerOnly(day);
        return Home.ownerOnly(day.resolve(name));
    }

    /** The roster comes last: while it has not come its claim stands, and all of this is done once more. */
    private static Path put(Claim claim, Path folder, @Nullable String note) throws IOException {
        String name = freeName(folder, claim.slip().file(), note);
        if (note != null) {
            ownerOnly(Files.writeString(folder.resolve(noteName(name)), note));
        }
        Path roster = Files.move(claim.roster(), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        ownerOnly(roster);
        return roster;
    }

    /** The name, with a number in it where a file or its note would else stand in for another. */
    private static String freeName(Path folder, String name, @Nullable String note) throws IOException {
        int dot = name.lastIndexOf('.');
        String stem = dot <= 0 ? name : name.substring(0, dot);
        String ending = dot <= 0 ? "" : name.substring(dot);
        String free = name;
        for (int n = 2; isTaken(folder, free, note); n++) {
            free = "%s (%d)%s".formatted(stem, n, ending);
        }
        return free;
    }

    /** A note that says the same is one of this roster, whose process was killed before it came. */
    private static boolean isTaken(Path folder, String name, @Nullable String note) throws IOException {
        Path file = folder.resolve(noteName(name));
        return Files.exists(folder.resolve(name))
                || (Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), bytes(note)));
    }

    private static byte[] bytes(@Nullable String note) {
        return note == null ? new byte[0] : note.getBytes(StandardCharsets.UTF_8);
    }

    private static String noteName(String name) {
        return bytes(name).length > LONGEST_WITH_ENDING ? "note.txt" : name + ".txt";
    }

    private static void copy(Path reports, Path into) throws IOException {
        try (Stream<Path> files = Files.list(reports)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(report -> !report.toString().endsWith(".tmp"))
                    .toList()) {
                ownerOnly(Files.copy(file, into.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING));
            }
        }
    }

    /** A file that somebody else dropped stays theirs; its folder keeps others out. */
    private static void ownerOnly(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            try {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            } catch (FileSystemException notOurs) {
                LOG.debug("{} keeps its permissions: {}", file, notOurs.getMessage());
            }
        }
    }
}
