package org.rollcall.intake;

import java.nio.file.Path;

/**
 * A folder that rosters are dropped into.
 *
 * @param name its name below the inbox; empty for the inbox itself
 */
public record InboxFolder(String name, Path path) {

    /** Whether it is the inbox itself, which has the settings of the installation. */
    public boolean isInbox() {
        return name.isEmpty();
    }

    /** What people call it. */
    public String words() {
        return isInbox() ? "inbox" : "inbox/" + name;
    }
}
