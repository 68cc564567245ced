package org.rollcall.roster.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** An old Excel workbook written record by record, as no library would write it. */
final class BiffFile {
    private static final int SMALLEST_STREAM = 4096;

    private final ByteArrayOutputStream records = new ByteArrayOutputStream();
    private final List<Integer> placesToFill = new ArrayList<>();

    /** Begins a workbook. */
    BiffFile() {
        record(0x809, shorts(0x600, 5, 0, 0));
    }

    /** A whole workbook with one sheet, whose header has two columns. */
    static BiffFile withSheet() {
        return new BiffFile()
                .sheet("Students", 0, 0)
                .end()
                .beginSheet()
                .text(0, 0, "username")
                .text(0, 1, "firstname");
    }

    BiffFile record(int id, byte[] content) {
        records.writeBytes(shorts(id, content.length));
        records.writeBytes(content);
        return this;
    }

    /** Names a sheet; where it begins is filled in when it does. */
    BiffFile sheet(String name, int visibility, int kind) {
        placesToFill.add(records.size() + 4);
        byte[] letters = name.getBytes(StandardCharsets.ISO_8859_1);
        return record(
                0x85,
                joined(new byte[] {0, 0, 0, 0, (byte) visibility, (byte) kind, (byte) letters.length, 0}, letters));
    }

    BiffFile beginSheet() {
        int begin = records.size();
        byte[] all = records.toByteArray();
        ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).putInt(placesToFill.remove(0), begin);
        records.reset();
        records.writeBytes(all);
        return record(0x809, shorts(0x600, 0x10, 0, 0));
    }

    BiffFile end() {
        return record(0x0A, new byte[0]);
    }

    BiffFile text(int row, int column, String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_16LE);
        return record(0x204, joined(shorts(row, column, 0, text.length()), new byte[] {1}, letters));
    }

    BiffFile formula(int row, int column, int... result) {
        return record(0x06, joined(shorts(row, column, 0), shorts(result), shorts(0, 0, 0, 0)));
    }

    Path in(Path folder) throws IOException {
        while (records.size() < SMALLEST_STREAM) {
            records.write(0);
        }
        Path file = folder.resolve("roster.xls");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            container.createDocument(new ByteArrayInputStream(records.toByteArray()), "Workbook");
            container.writeFilesystem(out);
        }
        return file;
    }

    static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
