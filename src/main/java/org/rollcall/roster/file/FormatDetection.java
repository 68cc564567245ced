package org.rollcall.roster.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

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
        return switch (start.length < Integer.BYTES ? 0 : ByteBuffer.wrap(start).getInt()) {
            case 0x504B_0304, 0x504B_0506, 0x504B_0708 -> ZipContent.format(file, name, start);
            case 0xD0CF_11E0 -> OleContent.format(file, name);
            default -> byStart(name, start);
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

    private static FileFormat byStart(String name, byte[] start) {
        if (start.length == 0) {
            throw new RosterException("%s is empty.".formatted(name));
        }
        if (start.length > 2 && start[0] == 0x1F && start[1] == (byte) 0x8B) {
            return FileFormat.GZIP;
        }
        String foreign = ForeignFile.phrase(start);
        String phrase = foreign == null ? TextContent.phrase(start) : foreign;
        if (phrase != null) {
            throw new RosterException("%s is not a roster: it is %s.".formatted(name, phrase));
        }
        return FileFormat.CSV;
    }
}
