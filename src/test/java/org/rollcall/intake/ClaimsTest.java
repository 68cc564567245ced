package org.rollcall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.operation.Home;

@DisplayName("A roster that is taken")
class ClaimsTest {

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private final Notices notices = new Notices(told::add);
    private InboxFolder inbox;
    private Claims claims;

    @BeforeEach
    void setUp() throws IOException {
        inbox = new InboxFolder("arts", Files.createDirectories(folder.resolve("inbox/arts")));
        claims = new Claims(new Home(folder), Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC));
    }

    private DroppedFile dropped(String name, String text) throws IOException {
        Path path = Files.writeString(inbox.path().resolve(name), text);
        return new DroppedFile(inbox, path, FileMark.of(path));
    }

    private List<Path> inWork() throws IOException {
        try (Stream<Path> content = Files.list(folder.resolve("archive/in-work"))) {
            return content.toList();
        }
    }

    @Test
    void isMovedAndKnownAfterARestartInTheOrderOfTaking() throws IOException {
        Claim first = claims.take(dropped("slip.json", "b")).orElseThrow();
        Claim second = claims.take(dropped("a.csv", "a")).orElseThrow();
        assertThat(inbox.path()).isEmptyDirectory();
        assertThat(first.roster()).hasContent("b");
        claims.begun(second, "2026-11-21-0007");

        List<Claim> found = claims.all(notices);
        assertThat(found).extracting(Claim::words).containsExactly("arts/slip.json", "arts/a.csv");
        assertThat(found.get(1).slip().run()).isEqualTo("2026-11-21-0007");
        assertThat(told).isEmpty();
    }

    @Test
    void staysInTheInboxIfItIsNoLongerAsItWasSeen() throws IOException {
        DroppedFile file = dropped("a.csv", "a");
        dropped("a.csv", "longer");
        assertThat(claims.take(file)).isEmpty();
        assertThat(file.path()).hasContent("longer");
        Files.delete(file.path());
        assertThat(claims.take(file)).as("taken away again").isEmpty();
        assertThat(folder.resolve("archive/in-work")).doesNotExist();
    }

    @Test
    void leavesNothingOnceItIsArchived() throws IOException {
        Claim claim = claims.take(dropped("a.csv", "a")).orElseThrow();
        Files.move(claim.roster(), folder.resolve("elsewhere.csv"));
        assertThat(claims.all(notices))
                .as("killed between the move and the end of the claim")
                .isEmpty();
        assertThat(inWork()).isEmpty();
    }

    @Test
    void isLeftAloneAndToldOfOnceWhereNothingSaysWhereItCameFrom() throws IOException {
        Claim claim = claims.take(dropped("a.csv", "a")).orElseThrow();
        Files.writeString(claim.place().resolveSibling(claim.place().getFileName() + ".json"), "{");
        assertThat(claims.all(notices)).isEmpty();
        assertThat(claims.all(notices)).isEmpty();
        assertThat(claim.roster()).hasContent("a");
        assertThat(told).singleElement().asString().contains(claim.place().toString(), "drop it again");
    }
}
