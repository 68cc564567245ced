package org.rollcall.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.rollcall.ledger.Run;
import org.rollcall.operation.Home;
import org.rollcall.operation.SettingsException;
import org.springframework.stereotype.Component;

/** The folder of each run's reports. A file is there only once it is whole, and is readable by its owner only. */
@Component
public class ReportFiles {

    private final Home home;

    ReportFiles(Home home) {
        this.home = home;
    }

    /** The folder of a run's reports, whether it is there or not. */
    public Path folder(Run run) {
        return home.reports().resolve(run.name());
    }

    /**
     * Writes a file of a run, in UTF-8, in place of one that may be there.
     *
     * @return the file
     * @throws SettingsException when it cannot be written
     */
    Path write(Run run, String name, Content content) {
        try {
            Home.ownerOnly(home.reports());
            Path folder = Home.ownerOnly(folder(run));
            Path unfinished = folder.resolve(name + ".tmp");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (BufferedWriter writer = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
                content.writeTo(writer);
            }
            return Files.move(
                    unfinished,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new SettingsException(
                    "The report %s cannot be written to %s; see to its permissions and to space on the disk, then give the same command again."
                            .formatted(name, folder(run)),
                    failed);
        }
    }

    /** Writes what is to stand in a file. */
    interface Content {
        void writeTo(BufferedWriter writer) throws IOException;
    }
}
