package org.rollcall.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rollcall.operation.Home;
import org.rollcall.operation.SettingsException;

/** What lies in the inbox and in the folders below it. Links are not followed: they may lead anywhere. */
final class Inbox {

    private final Home home;
    private final Path inbox;
    private final Notices notices;

    Inbox(Home home, Notices notices) {
        this.home = home;
        this.inbox = home.inbox();
        this.notices = notices;
    }

    /**
     * Makes the inbox, and the folders for which there are settings, where they are not there yet.
     *
     * @throws SettingsException when they cannot be made
     */
    void make() {
        try {
            makeFolder(inbox);
            for (String name : namesOfSettings()) {
                makeFolder(inbox.resolve(name));
            }
        } catch (IOException unmakeable) {
            throw new SettingsException(
                    "The folder %s cannot be made or read; check that the account that Rollcall runs as may."
                            .formatted(inbox),
                    unmakeable);
        }
    }

    /** A folder that is there keeps its permissions: others are to drop files into it. */
    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Home.ownerOnly(folder);
        }
    }

    private List<String> namesOfSettings() throws IOException {
        Path settings = home.config().resolve("inbox");
        if (!Files.isDirectory(settings)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(settings)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yml") && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - ".yml".length()))
                    .sorted()
                    .toList();
        }
    }

    /** The inbox itself first, then the folders below it. */
    List<InboxFolder> folders() throws IOException {
        List<InboxFolder> folders = new ArrayList<>();
        folders.add(folder(""));
        for (Path path : content(inbox)) {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                folders.add(folder(path.getFileName().toString()));
            }
        }
        return folders;
    }

    /** The folder of this name, whether it is there or not. */
    InboxFolder folder(String name) {
        return new InboxFolder(name, name.isEmpty() ? inbox : inbox.resolve(name));
    }

    /** The files of a folder that may be rosters. */
    List<DroppedFile> files(InboxFolder folder) throws IOException {
        List<DroppedFile> files = new ArrayList<>();
        for (Path path : content(folder.path())) {
            if (Files.isSymbolicLink(path)) {
                notices.tell(path, "%s is a link, which is not followed; drop the file itself.".formatted(words(path)));
            } else if (Files.isRegularFile(path)) {
                try {
                    files.add(new DroppedFile(folder, path, FileMark.of(path)));
                } catch (NoSuchFileException goneMeanwhile) {
                    notices.settled(path);
                }
            } else if (!folder.isInbox()) {
                notices.tell(
                        path,
                        "%s lies too deep: files are taken from the inbox and the folders right below it."
                                .formatted(words(path)));
            }
        }
        return files;
    }

    private static List<Path> content(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.filter(
                            path -> !DropNames.passesOver(path.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private String words(Path path) {
        return "inbox/" + inbox.relativize(path);
    }
}
