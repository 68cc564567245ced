package org.rollcall.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.rollcall.roster.archive.UnpackedRoster;
import org.rollcall.roster.csv.CsvLines;
import org.rollcall.roster.file.FileFormat;
import org.rollcall.roster.file.FormatDetection;
import org.rollcall.roster.file.LineReader;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.workbook.WorkbookLines;

/** Opens a roster, and gives it its identity. */
public final class RosterFile {
    private RosterFile() {}

    /**
     * Opens a roster and reads its header. What kind of file it is, is told by its content, never by its name.
     *
     * @param file the roster
     * @param rules how rosters are read
     * @return a reader, which the caller closes
     * @throws RosterException if the file is missing, unreadable, too large, damaged or no roster
     */
    public static RosterReader open(Path file, RosterRules rules) {
        FileFormat format = FormatDetection.of(file, rules.limits());
        if (format.isArchive()) {
            UnpackedRoster roster = UnpackedRoster.of(file, format, rules.limits());
            return reader(
                    roster.name(),
                    roster.open(inside -> lines(inside, FormatDetection.of(inside, rules.limits()), rules)),
                    rules);
        }
        return reader(String.valueOf(file.getFileName()), lines(file, format, rules), rules);
    }

    private static RosterReader reader(String name, LineReader lines, RosterRules rules) {
        try {
            return RosterReader.of(name, lines, rules);
        } catch (RuntimeException noRoster) {
            lines.close();
            throw noRoster;
        }
    }

    private static LineReader lines(Path file, FileFormat format, RosterRules rules) {
        return switch (format) {
            case CSV -> CsvLines.open(file, rules.limits(), rules.file(), rules.names()::countKnown);
            case XLSX, XLS, ODS ->
                WorkbookLines.open(format, file, rules.limits(), rules.file(), rules.names()::countKnown);
            case ZIP, GZIP ->
                throw new RosterException("%s is an archive within an archive: take it out and drop it by itself."
                        .formatted(file.getFileName()));
        };
    }

    /**
     * The file's identity: two rosters with the same bytes are the same roster.
     *
     * @param file the roster
     * @return the SHA-256 of its bytes, as 64 lower-case hexadecimal digits
     * @throws RosterException if the file cannot be read
     */
    public static String sha256(Path file) {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException failure) {
            throw new RosterException("%s cannot be read.".formatted(file.getFileName()), failure);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
