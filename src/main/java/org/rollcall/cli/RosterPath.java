package org.rollcall.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.rollcall.roster.file.RosterException;

/** Sees, before anything is started, whether there is a file at all. */
final class RosterPath {

    private RosterPath() {}

    static void check(Path roster) {
        if (!Files.exists(roster)) {
            throw new RosterException("There is no file " + roster + ".");
        }
        if (Files.isDirectory(roster)) {
            throw new RosterException(roster + " is a folder, not a roster file.");
        }
    }
}
