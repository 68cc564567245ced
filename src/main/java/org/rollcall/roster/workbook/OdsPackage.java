package org.rollcall.roster.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.UnpackedStream;
import org.rollcall.roster.file.ZipArchive;

/** The archive that an OpenDocument spreadsheet is. All of its sheets are in one file of it. */
final class OdsPackage implements AutoCloseable {
    private static final Pattern MACRO = Pattern.compile("Scripts/.*[^/]|Basic/.*/(?!script-lb|dialog-lb)[^/]+");
    private static final int LONGEST_MANIFEST = 1 << 20;
    private static final int MOST_PASSES = 8;

    private final String file;
    private final ZipFile zip;
    private final RosterLimits limits;
    private long unpackedBefore;
    private @Nullable UnpackedStream last;

    private OdsPackage(String file, ZipFile zip, RosterLimits limits) {
        this.file = file;
        this.zip = zip;
        this.limits = limits;
    }

    static OdsPackage open(Path path, RosterLimits limits) throws IOException {
        OdsPackage opened = new OdsPackage(String.valueOf(path.getFileName()), ZipArchive.open(path), limits);
        try {
            opened.requireReadable();
            return opened;
        } catch (IOException | RuntimeException failure) {
            opened.close();
            throw failure;
        }
    }

    /** The file's name. */
    String file() {
        return file;
    }

    /** Opens what holds the sheets, from its beginning. */
    SheetXml content() throws IOException, XMLStreamException {
        ZipArchiveEntry entry = zip.getEntry("content.xml");
        @Nullable InputStream in = entry == null ? null : zip.getInputStream(entry);
        if (entry == null || in == null) {
            throw new IOException("The spreadsheet has no content.");
        }
        requireFewPasses();
        last = new UnpackedStream(file, in, entry.getCompressedSize(), Long.MAX_VALUE);
        return new SheetXml(new PartStream(file, last, limits));
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException nothingWasWritten) {
            throw new IllegalStateException(nothingWasWritten);
        }
    }

    private void requireReadable() throws IOException {
        ZipArchiveEntry manifest = zip.getEntry("META-INF/manifest.xml");
        String listed = manifest == null
                ? ""
                : new String(ZipArchive.read(zip, manifest, LONGEST_MANIFEST), StandardCharsets.ISO_8859_1);
        if (listed.contains("encryption-data")) {
            throw new RosterException(
                    "%s is protected by a password: take the password off and save it again.".formatted(file));
        }
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (MACRO.matcher(entry.getName()).matches()) {
                throw new RosterException("%s holds macros: save it as .xlsx.".formatted(file));
            }
        }
    }

    /** To look at a sheet means to go through all that stand before it. */
    private void requireFewPasses() {
        unpackedBefore += last == null ? 0 : last.total();
        if (unpackedBefore / MOST_PASSES > limits.maxBytes()) {
            throw new RosterException(
                    "%s is too large to look through all of its sheets: put the roster into a workbook of its own."
                            .formatted(file));
        }
    }
}
