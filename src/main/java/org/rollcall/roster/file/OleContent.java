package org.rollcall.roster.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Tells what one of Microsoft's containers holds: until 2003 every Office file was one, and encrypted ones still are. */
final class OleContent {
    private static final Map<String, String> STREAMS = new LinkedHashMap<>();

    static {
        STREAMS.put("EncryptedPackage", "%s is protected by a password: take the password off and save it again.");
        STREAMS.put("_VBA_PROJECT_CUR", "%s holds macros: save it as .xlsx, which has none.");
        STREAMS.put("Workbook", "%s is an Excel file of the old kind (.xls): save it as .xlsx or as 'CSV UTF-8'.");
        STREAMS.put("Book", "%s is a workbook of Excel 5.0 or 95: open it in Excel and save it as .xlsx.");
        STREAMS.put("WordDocument", "%s is not a roster: it is a Word document.");
        STREAMS.put("PowerPoint Document", "%s is not a roster: it is a PowerPoint presentation.");
        STREAMS.put("__properties_version1.0", "%s is not a roster: it is an Outlook message; drop what is attached.");
    }

    private OleContent() {}

    static RosterException refusal(Path file, String name) {
        return new RosterException(sentence(file, name));
    }

    private static String sentence(Path file, String name) {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryEntry root = container.getRoot();
            for (Map.Entry<String, String> stream : STREAMS.entrySet()) {
                if (root.hasEntryCaseInsensitive(stream.getKey())) {
                    return stream.getValue().formatted(name);
                }
            }
            return "%s is not a roster: it is an Office file, but not an Excel workbook.".formatted(name);
        } catch (IOException | RuntimeException damaged) {
            return "%s is not a roster: it is a damaged Office file.".formatted(name);
        }
    }
}
