package org.rollcall.report;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
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
    public Path write(Run run, String name, Content content) {
        return writeBytes(folder(run), name, inUtf8(content));
    }

    /** Writes a file of text into some folder, which nobody else may look into. */
    Path write(Path folder, String name, Content content) {
        return writeBytes(folder, name, inUtf8(content));
    }

    /**
     * Writes a file of a run that is no text, in place of one that may be there.
     *
     * @return the file
     * @throws SettingsException when it cannot be written
     */
    public Path writeBytes(Run run, String name, Bytes content) {
        return writeBytes(folder(run), name, content);
    }

    /**
     * Writes a file byte by byte, in place of one that may be there.
     *
     * @param folder where nobody else may look into
     * @return the file
     * @throws SettingsException when it cannot be written
     */
    Path writeBytes(Path folder, String name, Bytes content) {
        try {
            Home.ownerOnly(home.reports());
            return replace(Home.ownerOnly(folder), name, content);
        } catch (IOException failed) {
            throw new SettingsException(
                    "The report %s cannot be written to %s; see to its permissions and to space on the disk, then give the same command again."
                            .formatted(name, folder),
                    failed);
        }
    }

    /** Takes a file of a run away that would tell of an earlier state of it. */
    void remove(Run run, String name) {
        try {
            Files.deleteIfExists(folder(run).resolve(name));
        } catch (IOException failed) {
            throw new SettingsException(
                    "The report %s of an earlier attempt cannot be deleted from %s; see to its permissions, then give the same command again."
                            .formatted(name, folder(run)),
                    failed);
        }
    }

    /**
     * Writes a file that somebody named, in place of one that may be there.
     *
     * @throws SettingsException when it cannot be written
     */
    public Path writeOut(Path file, Bytes content) {
        Path whole = file.toAbsolutePath();
        try {
            return replace(Objects.requireNonNull(whole.getParent()), String.valueOf(whole.getFileName()), content);
        } catch (IOException failed) {
            throw new SettingsException(
                    "The report cannot be written to %s; see to the permissions of its folder and to space on the disk, then give the same command again."
                            .formatted(file),
                    failed);
        }
    }

    /** A text in UTF-8 as bytes. */
    public static Bytes inUtf8(Content content) {
        return out -> {
            BufferedWriter writer =
                    new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder()));
            content.writeTo(writer);
            writer.flush();
        };
    }

    private static Path replace(Path folder, String name, Bytes content) throws IOException {
        Path unfinished = folder.resolve(name + ".tmp");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                content.writeTo(out);
            }
            return Files.move(
                    unfinished,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Writes what is to stand in a file of text. */
    public interface Content {
        /** Writes it. */
        void writeTo(BufferedWriter writer) throws IOException;
    }

    /** Writes what is to stand in a file. */
    public interface Bytes {
        /** Writes it. */
        void writeTo(OutputStream out) throws IOException;
    }
}
