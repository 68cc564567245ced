package org.rollcall.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The lock on the job state")
class StateLockTest {

    @TempDir
    private Path folder;

    @Test
    void isHeldByOneAtATimeAndFreeOnceItIsClosed() throws IOException {
        Home home = new Home(folder);
        try (StateLock held = StateLock.take(home).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(StateLock.take(home)).isEmpty();
            assertThat(StateLock.take(home)).as("still held after it was tried").isEmpty();
        }
        StateLock.take(home).orElseThrow().close();
    }

    @Test
    void isTheSameThroughALinkToTheHome() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        try (StateLock held = StateLock.take(new Home(real)).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(StateLock.take(new Home(link))).isEmpty();
        }
    }

    @Test
    void isAnotherForAnotherHome() throws IOException {
        try (StateLock one = StateLock.take(new Home(folder.resolve("one"))).orElseThrow();
                StateLock two = StateLock.take(new Home(folder.resolve("two"))).orElseThrow()) {
            assertThat(one).isNotSameAs(two);
        }
    }

    @Test
    void liesInAFolderThatOnlyTheOwnerSees() throws IOException {
        StateLock.take(new Home(folder)).orElseThrow().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("var"))))
                .isEqualTo("rwx------");
    }
}
