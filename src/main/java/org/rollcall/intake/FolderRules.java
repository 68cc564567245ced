package org.rollcall.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.operation.Home;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SettingsException;

/** The settings of each folder, read again when a file of {@code config/} has changed. */
final class FolderRules {

    private final Home home;
    private final Function<InboxFolder, RollcallSettings> reader;
    private final Notices notices;
    private final Map<String, Optional<RollcallSettings>> known = new HashMap<>();
    private String state = "";

    FolderRules(Home home, Function<InboxFolder, RollcallSettings> reader, Notices notices) {
        this.home = home;
        this.reader = reader;
        this.notices = notices;
    }

    /**
     * Looks whether a file has changed.
     *
     * @return whether one has, since the last look
     */
    boolean look() throws IOException {
        String now = state();
        boolean changed = !now.equals(state);
        if (changed) {
            known.clear();
            state = now;
        }
        return changed;
    }

    private String state() throws IOException {
        if (!Files.isDirectory(home.config())) {
            return "none";
        }
        try (Stream<Path> files = Files.walk(home.config(), 2)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> file + " " + modified(file))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String modified(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException goneMeanwhile) {
            return "";
        }
    }

    /** The settings of a folder; empty where they are at fault, which is told. */
    Optional<RollcallSettings> of(InboxFolder folder) {
        try {
            // What is mounted may change at any time.
            OneFileSystem.require(folder.path(), home.archive());
        } catch (SettingsException elsewhere) {
            return refused(folder, elsewhere);
        } catch (IOException unreadable) {
            notices.tell(folder, "%s cannot be read now.".formatted(folder.words()));
            return Optional.empty();
        }
        return known.computeIfAbsent(folder.name(), name -> read(folder));
    }

    private Optional<RollcallSettings> read(InboxFolder folder) {
        try {
            Optional<RollcallSettings> settings = Optional.of(reader.apply(folder));
            notices.settled(folder);
            return settings;
        } catch (SettingsException fault) {
            return refused(folder, fault);
        }
    }

    private Optional<RollcallSettings> refused(InboxFolder folder, SettingsException fault) {
        notices.tell(folder, "%s waits: %s".formatted(folder.words(), fault.getMessage()));
        return Optional.empty();
    }
}
