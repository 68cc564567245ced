package org.rollcall.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells which files have been left alone for long enough. Only what was seen here counts: the times of a file are those of
 * another machine, or of the file that it is a copy of.
 */
final class WholeFiles {

    private record Seen(FileMark mark, Instant since) {}

    private final Map<Path, Seen> seen = new HashMap<>();

    /** Keeps how the files are now, and forgets those that are no longer there. */
    void look(Collection<DroppedFile> files, Instant now) {
        seen.keySet().retainAll(files.stream().map(DroppedFile::path).toList());
        for (DroppedFile file : files) {
            seen.compute(
                    file.path(),
                    (path, before) -> before != null
                                    && before.mark().equals(file.mark())
                                    && !before.since().isAfter(now)
                            ? before
                            : new Seen(file.mark(), now));
        }
    }

    /** When the file will have been as it is for so long, if nobody touches it. */
    Instant settlesAt(DroppedFile file, Duration settle, Instant now) {
        Seen then = seen.get(file.path());
        return (then == null ? now : then.since()).plus(settle);
    }
}
