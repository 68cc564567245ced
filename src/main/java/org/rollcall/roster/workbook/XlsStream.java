package org.rollcall.roster.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.RosterException;

/** The stream of records within the container that an old Excel workbook is, which may be read from any record on. */
final class XlsStream implements AutoCloseable {
    private static final String NAME = "Workbook";
    private static final int VERSION_97 = 0x0600;
    private static final int FIRST_RECORDS = 8;
    private static final int PIECE = 1 << 16;

    private final String file;
    private final POIFSFileSystem container;
    private @Nullable EncryptionInfo encryption;

    private XlsStream(String file, POIFSFileSystem container) {
        this.file = file;
        this.container = container;
    }

    static XlsStream open(Path path) throws IOException {
        String file = String.valueOf(path.getFileName());
        XlsStream stream = new XlsStream(file, new POIFSFileSystem(path.toFile(), true));
        try {
            stream.lookAtStart();
            return stream;
        } catch (IOException | RuntimeException failure) {
            stream.close();
            throw failure;
        }
    }

    /** The file's name. */
    String file() {
        return file;
    }

    /**
     * Opens the stream.
     *
     * @param position where the first record begins that is wanted, in bytes
     */
    XlsRecords from(int position) throws IOException {
        DocumentInputStream stream = stream();
        if (encryption == null) {
            skip(stream, position);
            return new XlsRecords(new RecordInputStream(stream));
        }
        XlsRecords records = new XlsRecords(new RecordInputStream(stream, encryption, 0));
        records.skipTo(position);
        return records;
    }

    @Override
    public void close() {
        try {
            container.close();
        } catch (IOException nothingWasWritten) {
            throw new IllegalStateException(nothingWasWritten);
        }
    }

    /**
     * Excel encrypts a workbook of which only the structure is protected, too, with a password that everybody knows.
     */
    private void lookAtStart() throws IOException {
        XlsRecords records = new XlsRecords(new RecordInputStream(stream()));
        for (int count = 0; count < FIRST_RECORDS && records.next(); count++) {
            if (count == 0 && (records.id() != XlsRecords.BEGIN || records.in().readUShort() != VERSION_97)) {
                throw new RosterException(
                        "%s is a workbook of Excel 5.0 or 95: open it in Excel and save it as .xlsx.".formatted(file));
            }
            if (records.id() == FilePassRecord.sid) {
                encryption = withKnownPassword(new FilePassRecord(records.in()));
                return;
            }
        }
    }

    private EncryptionInfo withKnownPassword(FilePassRecord protection) throws IOException {
        EncryptionInfo found = protection.getEncryptionInfo();
        try {
            if (found.getDecryptor().verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
                return found;
            }
        } catch (GeneralSecurityException | EncryptedDocumentException unknown) {
            throw new RosterException(isProtected(), unknown);
        }
        throw new RosterException(isProtected());
    }

    private String isProtected() {
        return "%s is protected by a password: take the password off and save it again.".formatted(file);
    }

    private DocumentInputStream stream() throws IOException {
        DirectoryEntry root = container.getRoot();
        if (root.getEntryCaseInsensitive(NAME) instanceof DocumentEntry workbook) {
            return new DocumentInputStream(workbook);
        }
        throw new IOException("The container has no workbook.");
    }

    /** The stream would set aside as much memory as it is to skip. */
    private static void skip(DocumentInputStream stream, int count) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int left = count; left > 0; ) {
            int read = stream.read(piece, 0, Math.min(left, PIECE));
            if (read <= 0) {
                throw new IOException("The workbook ends before a sheet that it has.");
            }
            left -= read;
        }
    }
}
