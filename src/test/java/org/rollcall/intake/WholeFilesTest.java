package org.rollcall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A file is whole")
class WholeFilesTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration SETTLE = Duration.ofSeconds(10);

    private final WholeFiles whole = new WholeFiles();

    private static DroppedFile file(long size, long modified, @Nullable Long changed, String key) {
        Path inbox = Path.of("inbox");
        FileTime changedTime = changed == null ? null : FileTime.fromMillis(changed);
        return new DroppedFile(
                new InboxFolder("", inbox),
                inbox.resolve("students.csv"),
                new FileMark(size, FileTime.fromMillis(modified), changedTime, key));
    }

    private boolean isWhole(DroppedFile file, Instant now) {
        return !whole.settlesAt(file, SETTLE, now).isAfter(now);
    }

    @Test
    void onceItWasSeenAsItIsForLongEnoughAndNotBefore() {
        DroppedFile file = file(5, 1, 1L, "inode");
        whole.look(List.of(file), NOON);
        whole.look(List.of(file), NOON.plusSeconds(9));
        assertThat(isWhole(file, NOON.plusSeconds(9))).isFalse();
        assertThat(isWhole(file, NOON.plusSeconds(10))).isTrue();
        assertThat(whole.settlesAt(file, SETTLE, NOON)).isEqualTo(NOON.plusSeconds(10));
    }

    @Test
    void notForTheTimeThatItBearsItself() {
        DroppedFile copied = file(5, 1, null, "inode");
        whole.look(List.of(copied), NOON);
        assertThat(isWhole(copied, NOON)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "its size,           6, 1, 1, inode",
        "its time,           5, 2, 1, inode",
        "what nobody can set, 5, 1, 2, inode",
        "the file itself,    5, 1, 1, other"
    })
    void notWhileThereChanges(String what, long size, long modified, long changed, String key) {
        whole.look(List.of(file(5, 1, 1L, "inode")), NOON);
        DroppedFile now = file(size, modified, changed, key);
        whole.look(List.of(now), NOON.plusSeconds(10));
        assertThat(isWhole(now, NOON.plusSeconds(19))).as(what).isFalse();
        whole.look(List.of(now), NOON.plusSeconds(20));
        assertThat(isWhole(now, NOON.plusSeconds(20))).isTrue();
    }

    @Test
    void anewWhenItWentAndCameBack() {
        DroppedFile file = file(5, 1, 1L, "inode");
        whole.look(List.of(file), NOON);
        whole.look(List.of(), NOON.plusSeconds(5));
        whole.look(List.of(file), NOON.plusSeconds(11));
        assertThat(isWhole(file, NOON.plusSeconds(20))).isFalse();
        assertThat(isWhole(file, NOON.plusSeconds(21))).isTrue();
    }

    @Test
    void anewWhenTheClockWasSetBack() {
        DroppedFile file = file(5, 1, 1L, "inode");
        whole.look(List.of(file), NOON);
        whole.look(List.of(file), NOON.minusSeconds(3600));
        assertThat(isWhole(file, NOON.minusSeconds(3590))).isTrue();
    }
}
