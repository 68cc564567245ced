package org.rollcall.roster.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.roster.file.FileDetails;
import org.rollcall.roster.file.FileFormat;
import org.rollcall.roster.file.LineReader;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;

class UnpackedRosterTest {
    private static final byte[] ROSTER = "username,firstname\nann,Ann\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path dropped;

    @TempDir
    private Path temporary;

    @BeforeEach
    void nothingIsLeft() throws IOException {
        assertThat(unpacked()).isEmpty();
    }

    @Nested
    class Zip {
        @ParameterizedTest
        @CsvSource({
            "roster.csv, roster.csv",
            "lists/autumn/roster.csv, roster.csv",
            "../../etc/passwd, passwd",
            "C:\\Users\\ann\\roster.csv, roster.csv",
            "'ros\nter.csv', ros?ter.csv"
        })
        void isUnpackedUnderItsNameForPeople(String inside, String expected) throws IOException {
            Path archive = zip(StandardCharsets.UTF_8, inside);

            try (UnpackedRoster roster = unpack(archive, FileFormat.ZIP)) {
                assertThat(roster.name()).isEqualTo(expected + " in rosters.zip");
                assertThat(unpacked())
                        .singleElement()
                        .satisfies(file -> assertThat(file).hasBinaryContent(ROSTER));
            }
            assertThat(unpacked()).isEmpty();
        }

        @Test
        void mayHaveANameOfAnOldProgram() throws IOException {
            try (UnpackedRoster roster = unpack(zip(Charset.forName("IBM437"), "Zoë.csv"), FileFormat.ZIP)) {
                assertThat(roster.name()).isEqualTo("Zoë.csv in rosters.zip");
            }
        }

        @Test
        void holdsWhatOperatingSystemsAdd() throws IOException {
            Path archive = zip(
                    StandardCharsets.UTF_8,
                    "lists/",
                    "__MACOSX/._roster.csv",
                    "lists/.DS_Store",
                    "Thumbs.db",
                    "._x",
                    "roster.csv");

            try (UnpackedRoster roster = unpack(archive, FileFormat.ZIP)) {
                assertThat(roster.name()).startsWith("roster.csv ");
            }
        }

        @Test
        void isRefusedWithoutAFileOrWithSeveral() throws IOException {
            refused(
                    zip(StandardCharsets.UTF_8, "lists/", ".DS_Store"),
                    "rosters.zip is an archive without a file: put one roster into it.");
            refused(
                    zip(StandardCharsets.UTF_8, "a.csv", "lists/b.csv"),
                    "rosters.zip holds 2 files (a.csv and b.csv): drop one roster at a time.");
            refused(
                    zip(StandardCharsets.UTF_8, "1", "2", "3", "4", "5", "6", "7", "8"),
                    "holds 8 files (1, 2, 3, 4, 5, 6 and 2 more)");
        }

        @Test
        void isRefusedWithAPassword() throws IOException {
            byte[] archive = Files.readAllBytes(zip(StandardCharsets.UTF_8, "roster.csv"));
            archive[listed(archive) + 8] |= 1;

            refused(archive, "roster.csv in rosters.zip is protected by a password: pack it without one.");
        }

        @Test
        void isRefusedInAnUnusualMethod() throws IOException {
            byte[] archive = Files.readAllBytes(zip(StandardCharsets.UTF_8, "roster.csv"));
            archive[listed(archive) + 10] = 97;

            refused(archive, "roster.csv in rosters.zip is packed in an unusual way");
        }

        @Test
        void isRefusedWhenAByteHasChanged() throws IOException {
            byte[] archive = Files.readAllBytes(zip(StandardCharsets.UTF_8, "roster.csv"));
            archive[listed(archive) + 16] ^= 1;

            refused(archive, "rosters.zip is damaged: pack it again.");
        }

        @Test
        void isRefusedWhenItIsCutOff() throws IOException {
            byte[] archive = Files.readAllBytes(zip(StandardCharsets.UTF_8, "roster.csv"));

            refused(Arrays.copyOf(archive, archive.length - 30), "rosters.zip is damaged: pack it again.");
        }

        private static int listed(byte[] archive) {
            return new String(archive, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        }
    }

    @Nested
    class Gzip {
        @ParameterizedTest
        @CsvSource({"roster.csv.gz, roster.csv", "ROSTER.GZ, ROSTER", "rosters, rosters"})
        void hasTheNameThatIsPacked(String archive, String expected) throws IOException {
            Path file = Files.write(dropped.resolve(archive), gzip(ROSTER));

            try (UnpackedRoster roster = unpack(file, FileFormat.GZIP)) {
                assertThat(roster.name()).isEqualTo(expected + " in " + archive);
            }
        }

        @Test
        void mayComeInSeveralParts() throws IOException {
            ByteArrayOutputStream parts = new ByteArrayOutputStream();
            parts.writeBytes(gzip(Arrays.copyOf(ROSTER, 10)));
            parts.writeBytes(gzip(Arrays.copyOfRange(ROSTER, 10, ROSTER.length)));

            try (UnpackedRoster roster =
                    unpack(Files.write(dropped.resolve("roster.gz"), parts.toByteArray()), FileFormat.GZIP)) {
                assertThat(unpacked())
                        .singleElement()
                        .satisfies(file -> assertThat(file).hasBinaryContent(ROSTER));
                assertThat(roster.name()).isEqualTo("roster in roster.gz");
            }
        }

        @Test
        void isRefusedWhenItIsDamaged() throws IOException {
            byte[] archive = gzip(ROSTER);
            byte[] changed = archive.clone();
            changed[archive.length - 6] ^= 1;
            byte[] longer = Arrays.copyOf(archive, archive.length + 3);
            longer[archive.length] = 7;

            for (byte[] damaged : new byte[][] {changed, longer, Arrays.copyOf(archive, archive.length - 4)}) {
                Path file = Files.write(dropped.resolve("roster.csv.gz"), damaged);
                refused(file, FileFormat.GZIP, RosterLimits.defaults(), "roster.csv.gz is damaged: pack it again.");
            }
        }
    }

    @Nested
    class Limits {
        @Test
        void refuseWhatIsPackedTooTightly() throws IOException {
            Path file = Files.write(dropped.resolve("roster.csv.gz"), gzip(new byte[6 << 20]));

            refused(
                    file,
                    FileFormat.GZIP,
                    RosterLimits.defaults(),
                    "roster.csv in roster.csv.gz is refused: unpacked it would be more than a hundred times as large.");
        }

        @Test
        void refuseWhatIsTooLarge() throws IOException {
            refused(
                    zip(StandardCharsets.UTF_8, "roster.csv"),
                    FileFormat.ZIP,
                    new RosterLimits(20, 100, 100, 100),
                    "roster.csv in rosters.zip is refused: unpacked it holds more than 20 bytes (rollcall.roster.max-bytes).");
        }
    }

    @Nested
    class Privacy {
        @Test
        void keepsOthersFromReading() throws IOException {
            try (UnpackedRoster roster = unpack(zip(StandardCharsets.UTF_8, "roster.csv"), FileFormat.ZIP)) {
                FileStore store = Files.getFileStore(temporary);
                assertThat(roster.name()).isNotEmpty();
                assertThat(!store.supportsFileAttributeView("posix")
                                || PosixFilePermissions.toString(Files.getPosixFilePermissions(
                                                unpacked().get(0)))
                                        .equals("rw-------"))
                        .isTrue();
            }
        }

        @Test
        void deletesWhatAKilledProcessLeft() throws IOException {
            long nobody = Stream.iterate(4_000_000L, id -> id + 1)
                    .filter(id -> ProcessHandle.of(id).isEmpty())
                    .findFirst()
                    .orElseThrow();
            Path forgotten = Files.createFile(temporary.resolve("rollcall-%d-1.unpacked".formatted(nobody)));
            Path inUse = Files.createFile(temporary.resolve(
                    "rollcall-%d-1.unpacked".formatted(ProcessHandle.current().pid())));
            Path ofAnother = Files.createFile(temporary.resolve(
                    "rollcall-%d-2.unpacked".formatted(ProcessHandle.current().pid())));
            Files.setLastModifiedTime(ofAnother, FileTime.from(Instant.now().minus(Duration.ofDays(30))));
            Path other = Files.createFile(temporary.resolve("rollcall-notes.unpacked"));

            unpack(zip(StandardCharsets.UTF_8, "roster.csv"), FileFormat.ZIP).close();

            assertThat(forgotten).doesNotExist();
            assertThat(ofAnother).doesNotExist();
            assertThat(inUse).exists();
            assertThat(other).exists();
        }

        @Test
        void deletesWhatCannotBeOpened() throws IOException {
            UnpackedRoster roster = unpack(zip(StandardCharsets.UTF_8, "roster.csv"), FileFormat.ZIP);

            assertThatExceptionOfType(RosterException.class)
                    .isThrownBy(() -> roster.open(file -> {
                        throw new RosterException("%s is no roster.".formatted(file.getFileName()));
                    }))
                    .withMessage("roster.csv in rosters.zip is no roster.");
            assertThat(unpacked()).isEmpty();
        }

        @Test
        void deletesWhatIsClosed() throws IOException {
            UnpackedRoster roster = unpack(zip(StandardCharsets.UTF_8, "roster.csv"), FileFormat.ZIP);

            try (LineReader lines = roster.open(FailingLines::new)) {
                assertThat(lines.details().archive()).isEqualTo("ZIP");
                assertThat(lines.details().notes()).containsExactly("roster.csv in rosters.zip is odd.");
                assertThatExceptionOfType(RosterException.class)
                        .isThrownBy(lines::next)
                        .withMessage("roster.csv in rosters.zip breaks off.");
            }
            assertThat(unpacked()).isEmpty();
        }
    }

    /** Reads nothing, and says so by the name of the file. */
    private record FailingLines(Path file) implements LineReader {
        @Override
        public FileDetails details() {
            return FileDetails.text("UTF-8", ',', List.of(file.getFileName() + " is odd."));
        }

        @Override
        public @Nullable RosterLine next() {
            throw new RosterException(file.getFileName() + " breaks off.");
        }

        @Override
        public void close() {}
    }

    private UnpackedRoster unpack(Path archive, FileFormat kind) {
        return UnpackedRoster.of(archive, kind, RosterLimits.defaults(), temporary);
    }

    private void refused(byte[] archive, String sentence) throws IOException {
        refused(Files.write(dropped.resolve("rosters.zip"), archive), sentence);
    }

    private void refused(Path archive, String sentence) throws IOException {
        refused(archive, FileFormat.ZIP, RosterLimits.defaults(), sentence);
    }

    private void refused(Path archive, FileFormat kind, RosterLimits limits, String sentence) throws IOException {
        assertThatExceptionOfType(RosterException.class)
                .isThrownBy(() -> UnpackedRoster.of(archive, kind, limits, temporary))
                .withMessageContaining(sentence);
        assertThat(unpacked()).isEmpty();
    }

    private List<Path> unpacked() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.toList();
        }
    }

    private Path zip(Charset names, String... files) throws IOException {
        Path archive = dropped.resolve("rosters.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive), names)) {
            for (String file : files) {
                zip.putNextEntry(new ZipEntry(file));
                if (!file.endsWith("/")) {
                    zip.write(ROSTER);
                }
            }
        }
        return archive;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }
}
