package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;

/**
 * Damages files of the corpus and reads them, for ten seconds. Each is read to its end or refused with a sentence, within
 * the memory that tests have and long before the time that is allowed. They are the same files each time, so that nobody's
 * build fails for what another one found; {@code -Dfuzz.seconds=1200} damages others for longer, and {@code -Dfuzz.seed}
 * repeats the file of one seed.
 */
@DisplayName("Damaged files of the corpus")
class RosterFuzzTest {
    private static final Long LONGER = Long.getLong("fuzz.seconds");
    private static final long SECONDS = LONGER == null ? 10 : LONGER;
    private static final long LONGEST_SECONDS = 60;
    private static final int MOST_FAILURES = 20;
    private static final RosterLimits LIMITS = new RosterLimits(1 << 24, 100_000, 32_767, 131_072);

    @TempDir
    private Path folder;

    @Test
    @DisplayName("are read or refused with a sentence, and nothing else happens")
    void areReadOrRefused() throws IOException, InterruptedException {
        List<RosterCase> corpus = RosterCase.all();
        Long repeated = Long.getLong("fuzz.seed");
        long first = repeated != null ? repeated : LONGER == null ? 1 : new Random().nextLong();
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        List<String> failures = new ArrayList<>();
        int files = 0;
        int read = 0;
        ExecutorService reading = Executors.newSingleThreadExecutor();
        while (failures.size() < MOST_FAILURES && (repeated == null ? System.nanoTime() < end : files == 0)) {
            long seed = first + files++;
            Random random = new Random(seed);
            RosterCase origin = corpus.get(random.nextInt(corpus.size()));
            Path file = folder.resolve(String.valueOf(origin.path().getFileName()));
            Files.write(file, new FileMutation(random).of(Files.readAllBytes(origin.path())));
            String failure = failure(reading, file, origin);
            if (failure == null) {
                read++;
            } else if (!failure.isEmpty()) {
                failures.add("-Dfuzz.seed=%d (%s): %s".formatted(seed, origin.file(), failure));
            }
        }
        reading.shutdownNow();
        assertThat(failures)
                .as("of %d damaged files, from seed %d on", files, first)
                .isEmpty();
        assertThat(repeated != null || read > files / 10)
                .as("%d of %d files were read in spite of their damage", read, files)
                .isTrue();
        assertThat(unpacked()).as("what was unpacked and stayed").isEmpty();
    }

    /** What else happened; null if the file was read, empty if it was refused. */
    private static @Nullable String failure(ExecutorService reading, Path file, RosterCase origin)
            throws InterruptedException {
        try {
            reading.submit(() -> read(file, origin.rules().within(LIMITS))).get(LONGEST_SECONDS, TimeUnit.SECONDS);
            return null;
        } catch (TimeoutException hanging) {
            return "still not read after %d seconds".formatted(LONGEST_SECONDS);
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            return cause instanceof RosterException said
                    ? oddity(said.getMessage(), String.valueOf(file.getFileName()))
                    : "%s at %s"
                            .formatted(
                                    cause,
                                    cause == null ? "" : Arrays.toString(Arrays.copyOf(cause.getStackTrace(), 5)));
        }
    }

    private static void read(Path file, RosterRules rules) {
        try (RosterReader reader = RosterFile.open(file, rules)) {
            RowParser parser = new RowParser(reader.header(), RosterFixture.VALIDATOR, rules);
            int before = reader.header().row();
            for (RosterLine line = reader.next(); line != null; line = reader.next()) {
                assertThat(line.number()).isGreaterThan(before);
                before = line.number();
                for (Problem problem : parser.parse(line).problems()) {
                    assertThat(oddity(problem.message(), ""))
                            .as(problem.message())
                            .isEmpty();
                }
            }
            reader.details()
                    .notes()
                    .forEach(note -> assertThat(oddity(note, "")).as(note).isEmpty());
        }
    }

    /** What is wrong with a sentence for a registrar; empty if nothing is. */
    private static String oddity(@Nullable String sentence, String file) {
        boolean odd = sentence == null
                || sentence.contains("Exception")
                || sentence.contains("java.")
                || sentence.contains(".unpacked")
                || sentence.contains("null")
                || sentence.lines().count() != 1
                || !sentence.contains(file);
        return odd ? "the sentence is odd: " + sentence : "";
    }

    private static List<Path> unpacked() throws IOException {
        String name = "rollcall-%d-".formatted(ProcessHandle.current().pid());
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(name))
                    .toList();
        }
    }
}
