package org.rollcall.roster.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Tells what one of Microsoft's containers holds: until 2003 every Office file was one, and encrypted ones still are. */
final class OleContent {
    private static final List<Stream> BEFORE_ANY_WORKBOOK = List.of(
            new Stream("EncryptedPackage", "%s is protected by a password: take the password off and save it again."),
            new Stream("_VBA_PROJECT_CUR", "%s holds macros: save it as .xlsx."));
    private static final List<Stream> WHERE_THERE_IS_NONE = List.of(
            new Stream("Book", "%s is a workbook of Excel 5.0 or 95: open it in Excel and save it as .xlsx."),
            new Stream("WordDocument", "%s is not a roster: it is a Word document."),
            new Stream("PowerPoint Document", "%s is not a roster: it is a PowerPoint presentation."),
            new Stream(
                    "__properties_version1.0", "%s is not a roster: it is an Outlook message; drop what is attached."),
            new Stream("", "%s is not a roster: it is an Office file, but not an Excel workbook."));

    private OleContent() {}

    static FileFormat format(Path file, String name) {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryEntry root = container.getRoot();
            refuse(root, BEFORE_ANY_WORKBOOK, name);
            if (!root.hasEntryCaseInsensitive("Workbook")) {
                refuse(root, WHERE_THERE_IS_NONE, name);
            }
            return FileFormat.XLS;
        } catch (RosterException said) {
            throw said;
        } catch (IOException | RuntimeException damaged) {
            throw new RosterException("%s is not a roster: it is a damaged Office file.".formatted(name), damaged);
        }
    }

    private static void refuse(DirectoryEntry root, List<Stream> streams, String name) {
        for (Stream stream : streams) {
            if (stream.name().isEmpty() || root.hasEntryCaseInsensitive(stream.name())) {
                throw new RosterException(stream.sentence().formatted(name));
            }
        }
    }

    /**
     * What a container with a certain stream is.
     *
     * @param name the stream's name; empty for whatever is in the container
     * @param sentence why the file is refused
     */
    private record Stream(String name, String sentence) {}
}
