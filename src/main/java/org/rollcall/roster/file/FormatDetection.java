package org.rollcall.roster.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Tells what kind of file it is by its content. */
public final class FormatDetection {
    private static final int SNIFFED_BYTES = 8192;

    private FormatDetection() {}

    /**
     * Looks at a file.
     *
     * @param file the roster
     * @param limits how large it may be
     * @return its kind
     * @throws RosterException if it is of no kind that holds rosters, too large, or cannot be read at all
     */
    public static FileFormat of(Path file, RosterLimits limits) {
        String name = String.valueOf(file.getFileName());
        if (!Files.exists(file)) {
            throw new RosterException("There is no file %s.".formatted(file));
        }
        if (Files.isDirectory(file)) {
            throw new RosterException("%s is a folder, not a roster file.".formatted(file));
        }
        if (!Files.isRegularFile(file)) {
            throw new RosterException("%s is a device, not a roster file.".formatted(file));
        }
        byte[] start = start(file, name, limits);
        return switch (FileMagic.valueOf(start)) {
            case OOXML -> FileFormat.XLSX;
            case OLE2 -> throw new RosterException(oldOrProtected(file, name));
            default -> text(name, start);
        };
    }

    private static byte[] start(Path file, String name, RosterLimits limits) {
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > limits.maxBytes()) {
                throw new RosterException(
                        "%s is larger than %d bytes, which is the most that is read (rollcall.roster.max-bytes)."
                                .formatted(name, limits.maxBytes()));
            }
            return in.readNBytes(SNIFFED_BYTES);
        } catch (IOException failure) {
            throw new RosterException("%s cannot be read; check that you may open it.".formatted(name), failure);
        }
    }

    private static FileFormat text(String name, byte[] start) {
        if (start.length == 0) {
            throw new RosterException("%s is empty.".formatted(name));
        }
        if (start.length > 1 && (start[0] & 0xFF) + (start[1] & 0xFF) == 0xFF + 0xFE) {
            throw new RosterException("%s is UTF-16 text: save it as 'CSV UTF-8'.".formatted(name));
        }
        for (byte character : start) {
            if (character >= 0 && character < ' ' && "\t\r\n\f".indexOf(character) < 0) {
                throw new RosterException(
                        "%s is not a roster: it is neither a CSV file nor an Excel workbook.".formatted(name));
            }
        }
        return FileFormat.CSV;
    }

    /** An Excel workbook with a password is kept in the same container as Excel's old format. */
    private static String oldOrProtected(Path file, String name) {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                return "%s is protected by a password: take the password off and save it again.".formatted(name);
            }
            if (container.getRoot().hasEntryCaseInsensitive("Workbook")
                    || container.getRoot().hasEntryCaseInsensitive("Book")) {
                return "%s is an Excel file of the old kind (.xls): save it as .xlsx or as 'CSV UTF-8'."
                        .formatted(name);
            }
        } catch (IOException | RuntimeException damaged) {
            return "%s is not a roster: it is a damaged Office file.".formatted(name);
        }
        return "%s is not a roster: it is an Office file, but not an Excel workbook.".formatted(name);
    }
}
