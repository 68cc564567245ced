package org.rollcall.roster.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatDetectionTest {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    @TempDir
    private Path folder;

    @Nested
    class Text {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "UTF-8",
                    "UTF-16LE",
                    "UTF-16BE",
                    "UTF-16",
                    "UTF-32LE",
                    "UTF-32BE",
                    "windows-1252",
                    "Shift_JIS",
                    "ISO-2022-JP"
                })
        void isTextInAnyCharset(String charset) throws IOException {
            String text = charset.startsWith("UTF-32") ? "\uFEFFusername" : "username,firstname\nann,東京 Ann\n";
            assertThat(format(text.getBytes(Charset.forName(charset)))).isEqualTo(FileFormat.CSV);
            assertThat(format("\uFEFFusername,firstname\n".getBytes(Charset.forName(charset))))
                    .isEqualTo(FileFormat.CSV);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ID;Phone;Username\n7;123;ann",
                    "MZ,username\nx,ann",
                    "BM;username\n1;ann",
                    "[id],username\n1,ann",
                    "table,username\n0,1",
                    "PK,username\n1,ann",
                    "username,a\u000Bb,c\nann,x,y, and enough of it that one odd character does not make a program of it\u001A"
                })
        void isTextThoughItBeginsLikeSomethingElse(String text) throws IOException {
            assertThat(format(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(FileFormat.CSV);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "<html><table><tr><td>username</td></tr></table>               | it is a web page (HTML)",
                    "  <!DOCTYPE html PUBLIC \"-//W3C\">                           | it is a web page (HTML)",
                    "<table border=1><tr><td>username</td></tr></table>            | it is a web page (HTML)",
                    "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999\"> | it is a web page (HTML)",
                    "MIME-Version: 1.0 Content-Type: multipart/related             | it is a web archive (MHTML)",
                    "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"> | it is an XML Spreadsheet of Excel 2003",
                    "<?xml?><office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"> | it is a flat OpenDocument spreadsheet (.fods)",
                    "<?xml version=\"1.0\"?><people/>                               | it is an XML file",
                    "{\"users\": []}                                                | it is a JSON file",
                    "[ {\"username\": \"ann\"} ]                                    | it is a JSON file",
                    "{\\rtf1 username}                                              | it is a text with formats (RTF)",
                    "-----BEGIN PGP MESSAGE-----                                    | it is encrypted with PGP",
                    "%PDF-1.7                                                       | it is a PDF document"
                })
        void isRefusedWhereItIsNoTable(String text, String sentence) throws IOException {
            refused(text.getBytes(StandardCharsets.UTF_8), sentence);
        }

        @Test
        void isRefusedWhereItIsAnotherKindOfTable() throws IOException {
            refused(
                    "ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K\"username\"\r\nE\r\n".getBytes(StandardCharsets.US_ASCII),
                    "it is a SYLK file");
            refused("TABLE\r\n0,1\r\n\"EXCEL\"\r\nVECTORS\r\n".getBytes(StandardCharsets.US_ASCII), "it is a DIF file");
            refused("\uFEFF<html>".getBytes(StandardCharsets.UTF_16LE), "it is a web page (HTML)");
        }
    }

    @Nested
    class Bytes {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "89504E470D0A1A0A0000000D | it is an image.",
                    "FFD8FFE000104A46         | it is an image.",
                    "474946383961             | it is an image.",
                    "49492A0008000000         | it is an image.",
                    "0000001C66747970         | it is an image or a film.",
                    "377ABCAF271C0004         | it is a 7-Zip archive",
                    "526172211A070100         | it is a RAR archive",
                    "425A683931415926535980   | it is a bzip2 archive",
                    "FD377A585A000004         | it is an xz archive",
                    "28B52FFD0458             | it is a Zstandard archive",
                    "09000400020010           | it is an Excel workbook of before 1997",
                    "0904060000001000         | it is an Excel workbook of before 1997",
                    "00000200060406000800     | it is a Lotus 1-2-3 sheet",
                    "000100005374616E64617264204A6574 | it is an Access database",
                    "53514C69746520666F726D6174203300 | it is an SQLite database",
                    "4D5A90000300000004       | it is a program.",
                    "7F454C4602010100         | it is a program.",
                    "00                       | it is neither a CSV file nor an Excel workbook.",
                    "DEADBEEF00010203         | it is neither a CSV file nor an Excel workbook."
                })
        void areRefusedByWhatTheyBeginWith(String hexadecimal, String sentence) throws IOException {
            refused(HexFormat.of().parseHex(hexadecimal), sentence);
        }

        @Test
        void areRefusedWhereTheyAreADbaseTable() throws IOException {
            ByteBuffer table = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
            table.put(new byte[] {3, 126, 9, 1}).putInt(1).putShort((short) 65).putShort((short) 11);
            table.put(64, (byte) '\r');

            refused(table.array(), "it is a dBase table");
        }

        @Test
        void areRefusedWhereTheyAreATarArchive() throws IOException {
            byte[] archive = new byte[1024];
            System.arraycopy("roster.csv".getBytes(StandardCharsets.US_ASCII), 0, archive, 0, 10);
            System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, archive, 257, 5);

            refused(archive, "it is a TAR archive");
        }
    }

    @Nested
    class Containers {
        @Test
        void areWorkbooksByTheirContentTypes() throws IOException {
            assertThat(format(zip("[Content_Types].xml", WORKBOOK))).isEqualTo(FileFormat.XLSX);
            assertThat(format(zip("[content_types].xml", WORKBOOK))).isEqualTo(FileFormat.XLSX);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "[Content_Types].xml | application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml | it is a Word document.",
                    "[Content_Types].xml | application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml | it is a PowerPoint presentation.",
                    "[Content_Types].xml | application/vnd.ms-excel.sheet.binary.macroEnabled.main | is a binary Excel workbook (.xlsb)",
                    "mimetype            | application/vnd.oasis.opendocument.text                  | it is an OpenDocument file, but no spreadsheet.",
                    "mimetype            | application/epub+zip                                     | it is an e-book or another document.",
                    "Index/Document.iwa  | x                                                        | it is a document of Apple's Numbers"
                })
        void areRefusedWhereTheyAreOtherDocuments(String entry, String content, String sentence) throws IOException {
            refused(zip(entry, content), sentence);
        }

        @Test
        void areOpenDocumentByTheirManifestWhereTheyDoNotSay() throws IOException {
            String manifest = "<manifest:file-entry manifest:full-path=\"/\""
                    + " manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/>";

            assertThat(format(zip("META-INF/manifest.xml", manifest))).isEqualTo(FileFormat.ODS);
            assertThat(format(zip("META-INF/manifest.xml", "<manifest/>"))).isEqualTo(FileFormat.ZIP);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "EncryptedPackage        | is protected by a password",
                    "WordDocument            | it is a Word document.",
                    "PowerPoint Document     | it is a PowerPoint presentation.",
                    "__properties_version1.0 | it is an Outlook message",
                    "Book                    | is a workbook of Excel 5.0 or 95",
                    "Something               | it is an Office file, but not an Excel workbook."
                })
        void ofOldOfficeAreRefusedByTheirStreams(String stream, String sentence) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (POIFSFileSystem container = new POIFSFileSystem()) {
                container.createDocument(new ByteArrayInputStream(new byte[5000]), stream);
                container.writeFilesystem(out);
            }
            refused(out.toByteArray(), sentence);
        }

        @Test
        void thatListTooManyFilesAreNotOpened() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (int i = 0; i < 100; i++) {
                    ZipEntry entry = new ZipEntry("file" + i);
                    entry.setComment("x".repeat(60_000));
                    zip.putNextEntry(entry);
                }
            }
            refused(out.toByteArray(), "is refused: it lists more files than fit into the memory.");
        }
    }

    private FileFormat format(byte[] content) throws IOException {
        return FormatDetection.of(Files.write(folder.resolve("roster.xls"), content), RosterLimits.defaults());
    }

    private void refused(byte[] content, String sentence) {
        assertThatExceptionOfType(RosterException.class)
                .isThrownBy(() -> format(content))
                .withMessageStartingWith("roster.xls ")
                .withMessageContaining(sentence);
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
