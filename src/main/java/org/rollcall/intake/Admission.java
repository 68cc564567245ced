package org.rollcall.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.operation.Schedule;

/**
 * Which files may be taken now. Under a schedule those that lie there when its time has come, as soon as they are whole;
 * else any. A time that passes while a roster is worked on is made up for; one that passes while nobody watches is not.
 */
final class Admission {

    private record Times(Schedule schedule, Instant next) {}

    private final ZoneId zone;
    private final Map<String, Times> times = new HashMap<>();
    private final Set<Path> admitted = new HashSet<>();

    /** @param zone by whose clocks the times of a schedule are meant */
    Admission(ZoneId zone) {
        this.zone = zone;
    }

    /** Admits files of a folder for as long as they lie there. */
    void admit(Collection<DroppedFile> files) {
        admitted.addAll(files.stream().map(DroppedFile::path).collect(Collectors.toSet()));
    }

    /** Admits the files of a folder if the time has come. */
    void look(InboxFolder folder, Schedule schedule, Collection<DroppedFile> files, Instant now) {
        if (schedule.isAlways()) {
            times.remove(folder.name());
            admit(files);
            return;
        }
        Times before = times.get(folder.name());
        if (before != null && before.schedule().equals(schedule)) {
            if (before.next().isAfter(now)) {
                return;
            }
            admit(files);
        }
        schedule.next(now, zone).ifPresent(next -> times.put(folder.name(), new Times(schedule, next)));
    }

    /** Forgets files that are no longer there; one of the same name has to be admitted anew. */
    void retain(Collection<DroppedFile> files) {
        admitted.retainAll(files.stream().map(DroppedFile::path).collect(Collectors.toSet()));
    }

    /** A file was taken; one of the same name that comes now has to be admitted anew. */
    void taken(DroppedFile file) {
        admitted.remove(file.path());
    }

    boolean isAdmitted(DroppedFile file) {
        return admitted.contains(file.path());
    }

    /** The next time at which files are admitted. */
    Optional<Instant> next() {
        return times.values().stream().map(Times::next).min(Instant::compareTo);
    }
}
