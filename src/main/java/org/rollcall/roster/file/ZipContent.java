package org.rollcall.roster.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Tells what a ZIP archive is: a workbook, another document, or an archive that somebody packed. */
final class ZipContent {
    private static final int LONGEST_READ = 1 << 18;
    private static final String SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";
    private static final String NOT_A_ROSTER = "%s is not a roster: it is ";

    private ZipContent() {}

    static FileFormat format(Path file, String name, byte[] start) {
        try (ZipFile zip = ZipArchive.open(file)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (entry.getName().equals("mimetype")) {
                    return opened(text(zip, entry), name);
                }
                if (entry.getName().equalsIgnoreCase("[Content_Types].xml")) {
                    return office(text(zip, entry), name);
                }
                if (entry.getName().endsWith(".iwa")) {
                    throw new RosterException((NOT_A_ROSTER
                                    + "a document of Apple's Numbers, Pages or Keynote; export it as Excel (.xlsx).")
                            .formatted(name));
                }
            }
            return isSpreadsheet(zip) ? FileFormat.ODS : FileFormat.ZIP;
        } catch (RosterException said) {
            throw said;
        } catch (IOException | RuntimeException damaged) {
            return byFirstName(start);
        }
    }

    /** Where the list of files cannot be read; whoever reads the format will say what is damaged. */
    private static FileFormat byFirstName(byte[] start) {
        String first = new String(
                start,
                Math.min(30, start.length),
                Math.max(0, Math.min(40, start.length - 30)),
                StandardCharsets.ISO_8859_1);
        if (first.startsWith("mimetype") && first.contains(SPREADSHEET.substring(0, 20))) {
            return FileFormat.ODS;
        }
        boolean office = first.startsWith("[Content_Types]")
                || first.startsWith("_rels/")
                || first.startsWith("docProps/")
                || first.startsWith("xl/");
        return office ? FileFormat.XLSX : FileFormat.ZIP;
    }

    /** Some programs leave the type out that an OpenDocument file begins with; it stands in the manifest, too. */
    private static boolean isSpreadsheet(ZipFile zip) throws IOException {
        ZipArchiveEntry manifest = zip.getEntry("META-INF/manifest.xml");
        return manifest != null && text(zip, manifest).contains(SPREADSHEET);
    }

    private static FileFormat opened(String type, String name) {
        if (type.startsWith(SPREADSHEET)) {
            return FileFormat.ODS;
        }
        throw new RosterException((NOT_A_ROSTER + "%s.")
                .formatted(
                        name,
                        type.contains("opendocument")
                                ? "an OpenDocument file, but no spreadsheet"
                                : "an e-book or another document"));
    }

    private static FileFormat office(String types, String name) {
        if (types.contains("sheet.binary.macroEnabled.main")) {
            throw new RosterException(
                    "%s is a binary Excel workbook (.xlsb): save it as .xlsx or as 'CSV UTF-8'.".formatted(name));
        }
        if (types.contains("spreadsheetml.") || types.contains("ms-excel.")) {
            return FileFormat.XLSX;
        }
        if (types.contains("wordprocessingml.") || types.contains("ms-word.")) {
            throw new RosterException((NOT_A_ROSTER + "a Word document.").formatted(name));
        }
        if (types.contains("presentationml.") || types.contains("ms-powerpoint.")) {
            throw new RosterException((NOT_A_ROSTER + "a PowerPoint presentation.").formatted(name));
        }
        return FileFormat.XLSX;
    }

    private static String text(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        return new String(ZipArchive.read(zip, entry, LONGEST_READ), StandardCharsets.ISO_8859_1);
    }
}
