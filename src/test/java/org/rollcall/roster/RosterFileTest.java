package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rollcall.roster.RosterFixture.HEADER;
import static org.rollcall.roster.RosterFixture.bytes;
import static org.rollcall.roster.RosterFixture.csv;
import static org.rollcall.roster.RosterFixture.lines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;

class RosterFileTest {
    @TempDir
    private Path folder;

    @Test
    void tellsTheFormatByContentNotByName() throws IOException {
        Path workbook = folder.resolve("people.csv");
        SampleRoster.write(folder.resolve("people.xlsx"), 3);
        Files.move(folder.resolve("people.xlsx"), workbook);
        Path text = bytes(folder, "people.xls", (HEADER + "\nann,Ann,Lee,a@x.org\n").getBytes(StandardCharsets.UTF_8));

        assertThat(lines(workbook)).hasSize(3);
        assertThat(lines(text)).hasSize(1);
    }

    @Test
    void isIdentifiedByItsBytes() {
        Path file = csv(folder, "abc");

        assertThat(RosterFile.sha256(file))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void refusesAMissingFile() {
        refused(folder.resolve("none.csv"), "There is no file " + folder.resolve("none.csv") + ".");
    }

    @Test
    void refusesAFolder() {
        refused(folder, folder + " is a folder, not a roster file.");
    }

    @Test
    void refusesAnEmptyFile() {
        refused(csv(folder, ""), "roster.csv is empty.");
    }

    @Test
    void refusesRandomBytes() {
        byte[] noise = new byte[20_000];
        new Random(7).nextBytes(noise);

        refused(
                bytes(folder, "roster.csv", noise),
                "roster.csv is not a roster: it is neither a CSV file nor an Excel workbook.");
    }

    @Test
    void refusesBytesThatOnlyBeginLikeText() {
        byte[] noise = new byte[20_000];
        new Random(7).nextBytes(noise);
        System.arraycopy("\uFEFF".getBytes(StandardCharsets.UTF_16LE), 0, noise, 0, 2);

        refused(
                bytes(folder, "roster.csv", noise),
                "roster.csv is not a roster: it is neither a CSV file nor an Excel workbook.");
    }

    @Test
    void refusesAFileOverItsLimits() {
        Path file = csv(folder, HEADER + "\n" + "ann,Ann,Lee,a@x.org\n".repeat(4));

        assertThatExceptionOfType(RosterException.class)
                .isThrownBy(() ->
                        RosterFile.open(file, RosterRules.defaults().within(new RosterLimits(50, 100, 100, 1000))))
                .withMessage(
                        "roster.csv is larger than 50 bytes, which is the most that is read (rollcall.roster.max-bytes).");
        try (RosterReader reader =
                RosterFile.open(file, RosterRules.defaults().within(new RosterLimits(500, 3, 100, 1000)))) {
            assertThat(reader.next()).isNotNull();
            assertThat(reader.next()).isNotNull();
            assertThat(reader.next()).isNotNull();
            assertThatExceptionOfType(RosterException.class)
                    .isThrownBy(reader::next)
                    .withMessage(
                            "roster.csv has more than 3 rows, which is the most that is read (rollcall.roster.max-rows).");
        }
    }

    private static void refused(Path file, String sentence) {
        assertThatExceptionOfType(RosterException.class)
                .isThrownBy(() -> lines(file))
                .withMessage(sentence);
    }
}
