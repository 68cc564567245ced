package org.rollcall.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.operation.SettingsException;
import picocli.CommandLine.Option;

/** The options of every command that may take a roster for a snapshot. */
final class SnapshotOptions {

    @Option(
            names = "--snapshot",
            description =
                    "take the roster for all who are to be in some cohorts and courses: who is there and not in the"
                            + " roster leaves, in the way that rollcall.snapshot says (reported only unless set)")
    private boolean snapshot;

    @Option(
            names = "--scope-cohort",
            paramLabel = "IDNUMBER",
            description = "a cohort that the snapshot is of, by its Cohort ID; may be given several times (all that"
                    + " rollcall.snapshot names, unless a scope is given)")
    private List<String> cohorts = List.of();

    @Option(
            names = "--scope-course",
            paramLabel = "SHORTNAME",
            description = "a course that the snapshot is of, by its short name; may be given several times")
    private List<String> courses = List.of();

    /**
     * The settings that the options stand for, by name; they go before those in the file.
     *
     * @throws SettingsException when a scope is named and no snapshot asked for
     */
    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (snapshot) {
            settings.put("rollcall.snapshot.enabled", true);
        } else if (!cohorts.isEmpty() || !courses.isEmpty()) {
            throw new SettingsException(
                    "--scope-cohort and --scope-course say what a snapshot is of, and need --snapshot.");
        }
        put(settings, "scope-cohorts", cohorts);
        put(settings, "scope-courses", courses);
        return settings;
    }

    private static void put(Map<String, Object> settings, String name, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            settings.put("rollcall.snapshot." + name + "[" + i + "]", values.get(i));
        }
    }
}
