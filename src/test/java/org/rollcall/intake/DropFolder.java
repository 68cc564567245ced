package org.rollcall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.rollcall.installation.Installation;

/** The inbox and the archive of an installation. */
final class DropFolder {

    /** For tests, in which nobody takes ten seconds to write a file. */
    static final String QUICK = "intake: {settle: 100ms, poll: 100ms}\nmonitoring: {port: 0}\n";

    static final String HEADER = "username,firstname,lastname,email,password,cohort1\n";

    private final Installation installation;

    DropFolder(Installation installation) throws IOException {
        this.installation = installation;
        Files.createDirectories(inbox());
    }

    Path inbox() {
        return installation.home().resolve("inbox");
    }

    Path archive() {
        return installation.home().resolve("archive");
    }

    static String row(String username) {
        return "%s,First,Last,%s@example.org,Passw0rd-1,STAFF-2026%n".formatted(username, username);
    }

    /** A roster of one person. */
    Path drop(String path, String username) throws IOException {
        return dropText(path, HEADER + row(username));
    }

    Path dropText(String path, String text) throws IOException {
        Path file = inbox().resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Settings of a folder, below {@code rollcall:}. */
    void settingsOf(String folder, String yaml) throws IOException {
        Path file = installation.home().resolve("config/inbox").resolve(folder + ".yml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "rollcall:\n" + yaml.indent(2));
    }

    /** All files of the archive, by their paths within it. */
    List<String> archived() throws IOException {
        return files(archive());
    }

    /** All files of the inbox, by their paths within it. */
    List<String> lying() throws IOException {
        return files(inbox());
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** The one file of this name in the archive. */
    Path archived(String name) throws IOException {
        List<String> found =
                archived().stream().filter(file -> file.endsWith("/" + name)).toList();
        assertThat(found).as(name + " among " + archived()).hasSize(1);
        return archive().resolve(found.get(0));
    }

    /** The folder in the archive that holds a file. */
    Path placeOf(String name) throws IOException {
        return Objects.requireNonNull(archived(name).getParent());
    }

    /** The name of the run whose folder in the archive holds a file. */
    String runOf(String name) throws IOException {
        return placeOf(name).getFileName().toString();
    }

    void assertNothingInWork() throws IOException {
        assertThat(archived()).noneMatch(file -> file.startsWith("in-work/"));
    }
}
