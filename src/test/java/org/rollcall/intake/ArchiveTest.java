package org.rollcall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.RunKey;
import org.rollcall.operation.Home;

@DisplayName("The archive")
class ArchiveTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Run RUN =
            new Run(7, "2026-11-21-0007", "a.csv", new RunKey("ab", "cd", "sandbox", "provision", 1), NOON, false);

    @TempDir
    private Path home;

    private Path reports;
    private Archive archive;

    @BeforeEach
    void setUp() throws IOException {
        reports = Files.createDirectories(home.resolve("reports/2026-11-21-0007"));
        Files.writeString(reports.resolve("summary.json"), "{}");
        Files.writeString(reports.resolve("rejects.csv.tmp"), "half");
        archive = new Archive(new Home(home), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private Claim claim(String file, String text) throws IOException {
        Path place = Files.createTempDirectory(home, "claim");
        Files.writeString(place.resolve(file), text);
        return new Claim(place, new Slip("", file, NOON, null));
    }

    private Stream<String> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("archive").resolve(folder))) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> home.resolve("archive")
                            .resolve(folder)
                            .relativize(file)
                            .toString())
                    .toList()
                    .stream();
        }
    }

    @Test
    void hasTheRosterWithItsNoteAndTheWholeReportsOfItsRun() throws IOException {
        Path folder = archive.store(claim("a.csv", "roster"), RUN, reports, "note");
        assertThat(folder).isEqualTo(home.resolve("archive/2026-11-21/2026-11-21-0007"));
        assertThat(files("2026-11-21/2026-11-21-0007"))
                .containsExactlyInAnyOrder("a.csv", "a.csv.txt", "reports/summary.json");
    }

    @Test
    void neverPutsAFileInThePlaceOfAnother() throws IOException {
        archive.unreadable(claim("a.csv", "1"), "note 1");
        archive.unreadable(claim("a.csv.txt", "2"), "note 2");
        archive.unreadable(claim("a.csv", "3"), "note 3");
        archive.unreadable(claim("b", "4"), "note 4");
        archive.unreadable(claim("b", "5"), "note 5");
        Path folder = home.resolve("archive/2026-11-21/unreadable");
        assertThat(files("2026-11-21/unreadable"))
                .containsExactlyInAnyOrder(
                        "a.csv",
                        "a.csv.txt",
                        "a.csv (2).txt",
                        "a.csv (2).txt.txt",
                        "a (2).csv",
                        "a (2).csv.txt",
                        "b",
                        "b.txt",
                        "b (2)",
                        "b (2).txt");
        assertThat(folder.resolve("a.csv")).hasContent("1");
        assertThat(folder.resolve("a.csv.txt")).hasContent("note 1");
        assertThat(folder.resolve("a.csv (2).txt")).hasContent("2");
        assertThat(folder.resolve("a (2).csv")).hasContent("3");
        assertThat(folder.resolve("a (2).csv.txt")).hasContent("note 3");
    }

    @Test
    void goesOnAfterAProcessThatWasKilledBetweenNoteAndRoster() throws IOException {
        Path folder = Files.createDirectories(home.resolve("archive/2026-11-21/unreadable"));
        Files.writeString(folder.resolve("a.csv.txt"), "note");
        archive.unreadable(claim("a.csv", "1"), "note");
        assertThat(files("2026-11-21/unreadable")).containsExactlyInAnyOrder("a.csv", "a.csv.txt");
    }

    @Test
    void takesTheLongestName() throws IOException {
        String name = "x".repeat(251) + ".csv";
        archive.unreadable(claim(name, "1"), "note");
        assertThat(files("2026-11-21/unreadable")).containsExactlyInAnyOrder(name, "note.txt");
    }
}
