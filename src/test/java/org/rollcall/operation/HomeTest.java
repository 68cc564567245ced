package org.rollcall.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The home of an installation")
class HomeTest {

    @TempDir
    private Path folder;

    @Test
    void holdsEverythingThatIsRollcallsOwn() {
        Home home = new Home(folder);
        assertThat(home.config()).isEqualTo(folder.resolve("config"));
        assertThat(home.var()).isEqualTo(folder.resolve("var"));
        assertThat(home.reports()).isEqualTo(folder.resolve("reports"));
        assertThat(home.log()).isEqualTo(folder.resolve("var/log/rollcall.log"));
    }

    @Test
    void isAbsoluteHoweverItWasNamed() {
        assertThat(new Home(Path.of("a/../b")).folder()).isEqualTo(Path.of("b").toAbsolutePath());
    }

    @Test
    void isTheOneThatIsNamedOrElseTheFolderOfTheStart() {
        String before = System.setProperty("rollcall.home", folder.toString());
        try {
            assertThat(Home.fromEnvironment().folder()).isEqualTo(folder);
            System.setProperty("rollcall.home", " ");
            assertThat(Home.fromEnvironment().folder()).isEqualTo(Path.of("").toAbsolutePath());
        } finally {
            if (before == null) {
                System.clearProperty("rollcall.home");
            } else {
                System.setProperty("rollcall.home", before);
            }
        }
    }

    @Test
    void closesItsFoldersToOthersEvenWhereTheyWereOpen() throws IOException {
        Path open = Files.createDirectory(
                folder.resolve("open"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Path deep = folder.resolve("a/b/c");
        assertThat(Home.ownerOnly(open)).isEqualTo(open);
        Home.ownerOnly(deep);
        for (Path closed : new Path[] {open, deep}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(closed)))
                    .isEqualTo("rwx------");
        }
    }
}
