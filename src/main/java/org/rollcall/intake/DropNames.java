package org.rollcall.intake;

import java.util.List;
import java.util.Locale;

/** Which names are those of no roster: what programs put down while they write, and what they leave lying. */
final class DropNames {

    private static final List<String> BEGINNINGS = List.of(".", "~$");

    private static final List<String> ENDINGS =
            List.of(".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".opdownload", ".filepart", "~");

    private static final List<String> LEFT_LYING = List.of("thumbs.db", "desktop.ini");

    private DropNames() {}

    static boolean passesOver(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return BEGINNINGS.stream().anyMatch(small::startsWith)
                || ENDINGS.stream().anyMatch(small::endsWith)
                || LEFT_LYING.contains(small);
    }
}
