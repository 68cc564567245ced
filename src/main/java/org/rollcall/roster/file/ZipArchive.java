package org.rollcall.roster.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Opens ZIP archives, which most workbooks are, too. One that lists so many files that the list alone would fill the
 * memory is not opened.
 */
public final class ZipArchive {
    private static final int LONGEST_LIST = 4 << 20;
    private static final int END = 22;
    private static final int LOCATOR = 20;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long IN_ZIP64 = 0xFFFF_FFFFL;

    private ZipArchive() {}

    /**
     * Opens an archive.
     *
     * @param file the archive
     * @return the archive, which the caller closes
     * @throws IOException if it is damaged
     * @throws RosterException if it lists too many files
     */
    public static ZipFile open(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            if (channel.size() - startOfList(channel) > LONGEST_LIST) {
                throw new RosterException(
                        "%s is refused: it lists more files than fit into the memory.".formatted(file.getFileName()));
            }
        }
        return ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(true).get();
    }

    /**
     * The content of a small file of an archive.
     *
     * @param zip the archive
     * @param entry the file
     * @param limit how many bytes are read of it at most
     * @throws IOException if it is damaged
     */
    public static byte[] read(ZipFile zip, ZipArchiveEntry entry, int limit) throws IOException {
        try (@Nullable InputStream in = zip.getInputStream(entry)) {
            return in == null ? new byte[0] : in.readNBytes(limit);
        }
    }

    /** Where the central directory begins, as the record at the archive's end says. */
    private static long startOfList(SeekableByteChannel channel) throws IOException {
        long from = Math.max(0, channel.size() - END - LOCATOR - LONGEST_COMMENT);
        ByteBuffer tail = read(channel, from, (int) (channel.size() - from));
        for (int at = tail.limit() - END; at >= 0; at--) {
            if (tail.getInt(at) == 0x0605_4B50) {
                long start = Integer.toUnsignedLong(tail.getInt(at + 16));
                boolean far = start == IN_ZIP64 && at >= LOCATOR && tail.getInt(at - LOCATOR) == 0x0706_4B50;
                return far
                        ? read(channel, tail.getLong(at - LOCATOR + 8) + 48, 8).getLong(0)
                        : start;
            }
        }
        throw new EOFException("The archive has lost its end.");
    }

    private static ByteBuffer read(SeekableByteChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        if (from < 0 || from > channel.size() - length) {
            throw new EOFException("The archive has lost its end.");
        }
        channel.position(from);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("The archive has lost its end.");
            }
        }
        return bytes.flip();
    }
}
