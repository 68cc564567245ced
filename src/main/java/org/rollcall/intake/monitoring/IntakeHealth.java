package org.rollcall.intake.monitoring;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rollcall.intake.IntakeListener;
import org.rollcall.intake.IntakeResult;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the drop folder is well: up as long as no folder is held up by its site, its settings or a fault; with what became
 * of the last file of each folder.
 */
final class IntakeHealth implements HealthIndicator, IntakeListener {

    private final Map<String, IntakeResult> last = new TreeMap<>();
    private @Nullable String atWork;

    @Override
    public synchronized void began(String folder, String file) {
        atWork = folder.isEmpty() ? file : folder + "/" + file;
    }

    @Override
    public synchronized void ended(IntakeResult result) {
        atWork = null;
        last.put(result.folder(), result);
    }

    @Override
    public synchronized Health health() {
        Health.Builder health = last.values().stream().anyMatch(IntakeHealth::holdsUp) ? Health.down() : Health.up();
        if (atWork != null) {
            health.withDetail("atWork", atWork);
        }
        Map<String, Object> folders = new LinkedHashMap<>();
        last.forEach((folder, result) -> folders.put(folder.isEmpty() ? "inbox" : "inbox/" + folder, details(result)));
        return health.withDetail("lastFiles", folders).build();
    }

    private static boolean holdsUp(IntakeResult result) {
        return switch (result.outcome()) {
            case UNAVAILABLE, REFUSED, FAULT -> true;
            case DONE, REJECTS, PLANNED, HELD, UNREADABLE, STOPPED, CHANGED -> false;
        };
    }

    private static Map<String, Object> details(IntakeResult result) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("file", result.file());
        details.put("outcome", IntakeMeters.word(result.outcome()));
        details.put("at", result.ended().toString());
        if (result.run() != null) {
            details.put("run", result.run());
        }
        details.put("sentence", result.sentence());
        return details;
    }
}
