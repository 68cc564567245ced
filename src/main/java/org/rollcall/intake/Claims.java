package org.rollcall.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollcall.operation.Home;
import org.rollcall.operation.SettingsException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rosters that are being worked on: each in a folder of its own below {@code archive/in-work}, with a slip beside that
 * folder. The slip is written first; the roster comes by a rename and leaves by one. So a slip without a roster is one whose
 * roster has not come, or has gone, and is of no use.
 */
final class Claims {

    private static final String ENDING = ".json";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path inWork;
    private final Clock clock;

    Claims(Home home, Clock clock) {
        this.inWork = home.archive().resolve("in-work");
        this.clock = clock;
    }

    /** Those that are there, in the order in which they were taken. What cannot be understood is told and left alone. */
    List<Claim> all(Notices notices) throws IOException {
        List<Claim> claims = new ArrayList<>();
        for (Path slipFile : slipFiles()) {
            Path place = placeOf(slipFile);
            @Nullable Slip slip = read(slipFile);
            if (slip != null && Files.exists(place.resolve(slip.file()))) {
                claims.add(new Claim(place, slip));
            } else if (isEmpty(place)) {
                remove(place);
            } else {
                notices.tell(
                        place,
                        "What lies in %s cannot be worked on, as nothing says where it came from; drop it again."
                                .formatted(place));
            }
        }
        return claims;
    }

    private List<Path> slipFiles() throws IOException {
        if (!Files.isDirectory(inWork)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(inWork)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }

    private static @Nullable Slip read(Path slipFile) throws IOException {
        try {
            return JsonMapper.shared().readValue(Files.readString(slipFile), Slip.class);
        } catch (JacksonException garbled) {
            return null;
        }
    }

    /**
     * Takes a file out of the inbox.
     *
     * @return the claim, or empty where the file is no longer as it was when the inbox was looked at
     * @throws SettingsException when it cannot be moved
     */
    Optional<Claim> take(DroppedFile file) {
        try {
            if (!FileMark.of(file.path()).equals(file.mark())) {
                return Optional.empty();
            }
            Instant now = clock.instant();
            Slip slip = new Slip(file.folder().name(), file.name(), now, null);
            Claim claim = new Claim(begin(slip, now), slip);
            Files.move(file.path(), claim.roster(), StandardCopyOption.ATOMIC_MOVE);
            return Optional.of(claim);
        } catch (NoSuchFileException goneMeanwhile) {
            return Optional.empty();
        } catch (AtomicMoveNotSupportedException elsewhere) {
            throw OneFileSystem.fault(file.folder().path(), elsewhere);
        } catch (IOException unmovable) {
            throw new SettingsException(
                    "The file %s cannot be moved into %s; check that the account that Rollcall runs as may do that."
                            .formatted(file.path(), inWork),
                    unmovable);
        }
    }

    private Path begin(Slip slip, Instant now) throws IOException {
        Home.ownerOnly(inWork);
        for (int n = 1; ; n++) {
            Path slipFile = inWork.resolve("%s-%d%s".formatted(NAME.format(now), n, ENDING));
            try {
                write(slipFile, slip, StandardOpenOption.CREATE_NEW);
                return Home.ownerOnly(placeOf(slipFile));
            } catch (FileAlreadyExistsException taken) {
                // Two were taken at the same moment.
            }
        }
    }

    /** Keeps which run a roster became, before the run goes to work; null where it is to become another. */
    void begun(Claim claim, @Nullable String run) throws IOException {
        Slip slip = claim.slip();
        Path slipFile = slipOf(claim.place());
        Path unfinished = slipFile.resolveSibling(slipFile.getFileName() + ".tmp");
        write(
                unfinished,
                new Slip(slip.folder(), slip.file(), slip.taken(), run),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(unfinished, slipFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Ends a claim whose roster has gone to the archive. */
    void release(Claim claim) throws IOException {
        remove(claim.place());
    }

    private static void remove(Path place) throws IOException {
        Files.deleteIfExists(place);
        Files.deleteIfExists(slipOf(place));
    }

    /** On the disk before anything counts on it. */
    private static void write(Path file, Slip slip, OpenOption... how) throws IOException {
        List<OpenOption> options = new ArrayList<>(List.of(how));
        options.add(StandardOpenOption.WRITE);
        byte[] text = JsonMapper.shared().writeValueAsString(slip).getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(file, options.toArray(OpenOption[]::new))) {
            for (ByteBuffer left = ByteBuffer.wrap(text); left.hasRemaining(); ) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private static boolean isEmpty(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return true;
        }
        try (Stream<Path> content = Files.list(place)) {
            return content.findAny().isEmpty();
        }
    }

    private static Path placeOf(Path slipFile) {
        String name = slipFile.getFileName().toString();
        return slipFile.resolveSibling(name.substring(0, name.length() - ENDING.length()));
    }

    private static Path slipOf(Path place) {
        return place.resolveSibling(place.getFileName() + ENDING);
    }
}
