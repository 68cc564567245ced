package org.rollcall.roster.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.text.Wording;

/**
 * The one file in a ZIP archive. What operating systems add on their own account does not count.
 *
 * @param entry what the archive's list says of it
 * @param name its name for people, without folders
 */
record ZippedFile(ZipArchiveEntry entry, String name) {
    private static final Set<String> ADDED = Set.of(".ds_store", "thumbs.db", "desktop.ini");
    private static final int MOST_LISTED = 6;

    /**
     * Finds the file.
     *
     * @param zip the archive
     * @param archive its name
     * @throws RosterException if there is none, more than one, or one that cannot be unpacked
     */
    static ZippedFile in(ZipFile zip, String archive) {
        List<ZipArchiveEntry> files = Collections.list(zip.getEntries()).stream()
                .filter(ZippedFile::isFile)
                .toList();
        if (files.isEmpty()) {
            throw new RosterException("%s is an archive without a file: put one roster into it.".formatted(archive));
        }
        if (files.size() > 1) {
            throw new RosterException("%s holds %d files (%s): drop one roster at a time."
                    .formatted(archive, files.size(), listed(files)));
        }
        ZippedFile file = new ZippedFile(files.get(0), name(files.get(0)));
        if (file.entry.getGeneralPurposeBit().usesEncryption()) {
            throw new RosterException(
                    "%s in %s is protected by a password: pack it without one.".formatted(file.name, archive));
        }
        if (!zip.canReadEntryData(file.entry)) {
            throw new RosterException("%s in %s is packed in an unusual way: pack it again as an ordinary ZIP archive."
                    .formatted(file.name, archive));
        }
        return file;
    }

    /** Opens the file; whoever has read it to the end asks whether it {@link #isWhole}. */
    CheckedInputStream open(ZipFile zip) throws IOException {
        InputStream in = zip.getInputStream(entry);
        if (in == null) {
            throw new IOException("The archive has lost a file that it lists.");
        }
        return new CheckedInputStream(in, new CRC32());
    }

    /** Whether these are the bytes that were packed. */
    boolean isWhole(CheckedInputStream read) {
        return entry.getCrc() == read.getChecksum().getValue();
    }

    private static boolean isFile(ZipArchiveEntry entry) {
        String path = entry.getName();
        String name = name(entry);
        return !entry.isDirectory()
                && !path.startsWith("__MACOSX/")
                && !name.startsWith("._")
                && !ADDED.contains(name.toLowerCase(Locale.ROOT));
    }

    private static String listed(List<ZipArchiveEntry> files) {
        List<String> names = new ArrayList<>(
                files.stream().limit(MOST_LISTED).map(ZippedFile::name).toList());
        if (files.size() > MOST_LISTED) {
            names.add("%d more".formatted(files.size() - MOST_LISTED));
        }
        return Wording.listed(names);
    }

    private static String name(ZipArchiveEntry entry) {
        return withoutFolders(decoded(entry));
    }

    /** A name as a sentence may quote it. */
    static String withoutFolders(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return Wording.shortened(name.replaceAll("\\p{Cntrl}", "?"));
    }

    /** Names are in UTF-8 or, from programs that know no better, in the first character set that ZIP had. */
    private static String decoded(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        if (raw == null || entry.getGeneralPurposeBit().usesUTF8ForNames()) {
            return entry.getName();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(raw, Charset.forName("IBM437"));
        }
    }
}
