package org.rollcall.roster.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;

/** The parts that the ZIP archive of an Excel workbook holds, found by their relations to each other. */
final class WorkbookParts implements AutoCloseable {
    private static final String MACROS = "application/vnd.ms-office.vbaProject";

    private static final int PIECE = 1 << 16;

    private final String file;
    private final OPCPackage archive;
    private final PackagePart main;
    private final RosterLimits limits;

    private WorkbookParts(String file, OPCPackage archive, PackagePart main, RosterLimits limits) {
        this.file = file;
        this.archive = archive;
        this.main = main;
        this.limits = limits;
    }

    static WorkbookParts open(Path path, RosterLimits limits) {
        String file = String.valueOf(path.getFileName());
        OPCPackage archive = null;
        try {
            requireDirectory(path);
            archive = OPCPackage.open(path.toFile(), PackageAccess.READ);
            WorkbookParts parts = new WorkbookParts(file, archive, main(archive), limits);
            parts.requireNoMacros();
            return parts;
        } catch (IOException | OpenXML4JException | RuntimeException failure) {
            if (archive != null) {
                archive.revert();
            }
            if (failure instanceof RosterException said) {
                throw said;
            }
            throw new RosterException(
                    ("%s cannot be read as an Excel workbook: it is damaged or something else; open it in Excel and"
                                    + " save it again.")
                            .formatted(file),
                    failure);
        }
    }

    /** The workbook's main part. */
    SheetXml main() throws IOException, XMLStreamException {
        return xml(main);
    }

    /** The part that stands in this relation to the main one, such as {@code styles}, or null. */
    @Nullable
    SheetXml related(String relation) throws IOException, OpenXML4JException, XMLStreamException {
        for (PackageRelationship found : main.getRelationships()) {
            if (isA(found, relation)) {
                return xml(main.getRelatedPart(found));
            }
        }
        return null;
    }

    /** Whether the part under this id is a sheet with cells, and no chart. */
    boolean isWorksheet(String id) {
        PackageRelationship relation = main.getRelationship(id);
        return relation != null && isA(relation, "worksheet");
    }

    SheetXml worksheet(String id) throws IOException, OpenXML4JException, XMLStreamException {
        return xml(main.getRelatedPart(main.getRelationship(id)));
    }

    /**
     * Whether a sheet has this word anywhere in its XML, such as the name of an element; to know costs less than to read
     * it. Zero bytes are passed over, as UTF-16 has them between the letters.
     */
    boolean worksheetNames(String id, String word) throws IOException, InvalidFormatException {
        byte[] wanted = word.getBytes(StandardCharsets.US_ASCII);
        PackagePart part = main.getRelatedPart(main.getRelationship(id));
        byte[] piece = new byte[PIECE];
        try (PartStream stream = new PartStream(file, part.getInputStream(), limits)) {
            int matched = 0;
            for (int read = stream.read(piece, 0, PIECE); read >= 0; read = stream.read(piece, 0, PIECE)) {
                stream.nextPiece();
                for (int at = 0; at < read; at++) {
                    byte letter = piece[at];
                    if (letter == wanted[matched]) {
                        if (++matched == wanted.length) {
                            return true;
                        }
                    } else if (letter != 0) {
                        matched = letter == wanted[0] ? 1 : 0;
                    }
                }
            }
        }
        return false;
    }

    /** Closes without writing anything back. */
    @Override
    public void close() {
        archive.revert();
    }

    private SheetXml xml(PackagePart part) throws IOException, XMLStreamException {
        return new SheetXml(new PartStream(file, part.getInputStream(), limits));
    }

    private void requireNoMacros() throws InvalidFormatException {
        boolean sheets = main.getRelationships() != null && hasMacroSheet();
        if (sheets || !archive.getPartsByContentType(MACROS).isEmpty()) {
            throw new RosterException("%s holds macros: save it as .xlsx.".formatted(file));
        }
    }

    private boolean hasMacroSheet() throws InvalidFormatException {
        for (PackageRelationship relation : main.getRelationships()) {
            if (isA(relation, "xlMacrosheet") || isA(relation, "vbaProject")) {
                return true;
            }
        }
        return false;
    }

    /** Relations are named by addresses of which the last word matters: Strict workbooks have others than the rest. */
    private static boolean isA(PackageRelationship relation, String name) {
        return relation.getRelationshipType().toLowerCase(Locale.ROOT).endsWith("/" + name.toLowerCase(Locale.ROOT));
    }

    private static PackagePart main(OPCPackage archive) throws InvalidFormatException {
        for (String type :
                List.of(PackageRelationshipTypes.CORE_DOCUMENT, PackageRelationshipTypes.STRICT_CORE_DOCUMENT)) {
            for (PackageRelationship relation : archive.getRelationshipsByType(type)) {
                PackagePart main = archive.getPart(relation);
                if (main != null && main.getContentType().contains("sheet")) {
                    return main;
                }
            }
        }
        throw new InvalidFormatException("There is no workbook in the archive.");
    }

    /** POI would unpack an archive that has lost its end into memory, to save what can be saved. */
    private static void requireDirectory(Path path) throws IOException {
        new ZipFile(path.toFile()).close();
    }
}
