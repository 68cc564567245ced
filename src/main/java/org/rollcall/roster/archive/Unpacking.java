package org.rollcall.roster.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.rollcall.roster.file.FileFormat;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.UnpackedStream;
import org.rollcall.roster.file.ZipArchive;

/** Unpacks the one file of an archive, and makes sure that it is whole. */
final class Unpacking {
    private static final int PIECE = 1 << 16;
    private static final String GZIP_ENDING = ".gz";

    private final Path archive;
    private final String archiveName;
    private final RosterLimits limits;
    private final Path target;

    Unpacking(Path archive, RosterLimits limits, Path target) {
        this.archive = archive;
        this.archiveName = String.valueOf(archive.getFileName());
        this.limits = limits;
        this.target = target;
    }

    /** Unpacks; gives the name of the file for sentences, such as {@code roster.csv in rosters.zip}. */
    String unpack(FileFormat kind) throws IOException {
        return kind == FileFormat.ZIP ? unzip() : gunzip();
    }

    private String unzip() throws IOException {
        try (ZipFile zip = ZipArchive.open(archive)) {
            ZippedFile file = ZippedFile.in(zip, archiveName);
            String name = within(file.name());
            try (CheckedInputStream in = file.open(zip)) {
                copy(name, in, file.entry().getCompressedSize());
                if (!file.isWhole(in)) {
                    throw new IOException("The file is not the one that was packed.");
                }
            }
            return name;
        }
    }

    /** The stream itself looks at its checksum, and fails where something else follows. */
    private String gunzip() throws IOException {
        try (InputStream packed = Files.newInputStream(archive);
                GzipCompressorInputStream in = GzipCompressorInputStream.builder()
                        .setInputStream(packed)
                        .setDecompressConcatenated(true)
                        .get()) {
            String inside = in.getMetaData().getFileName();
            boolean named = archiveName.toLowerCase(Locale.ROOT).endsWith(GZIP_ENDING) || inside == null;
            String name =
                    within(named ? archiveName.replaceFirst("(?i)\\.gz$", "") : ZippedFile.withoutFolders(inside));
            copy(name, in, Files.size(archive));
            return name;
        }
    }

    private String within(String name) {
        return name + " in " + archiveName;
    }

    private void copy(String name, InputStream in, long packed) throws IOException {
        byte[] piece = new byte[PIECE];
        UnpackedStream bounded = new UnpackedStream(name, in, packed, limits.maxBytes());
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int read = bounded.read(piece); read >= 0; read = bounded.read(piece)) {
                write(out, piece, read);
            }
        }
    }

    private void write(OutputStream out, byte[] piece, int length) {
        try {
            out.write(piece, 0, length);
        } catch (IOException full) {
            throw new RosterException(noRoom(archiveName), full);
        }
    }

    static String noRoom(String archiveName) {
        return "%s cannot be unpacked: there is no room for it in the folder for temporary files."
                .formatted(archiveName);
    }
}
