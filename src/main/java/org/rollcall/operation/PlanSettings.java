package org.rollcall.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rollcall.roster.RosterRules;
import org.springframework.stereotype.Component;

/** The settings that decide what a plan says: applied under others it would not do what was shown. */
@Component
public class PlanSettings {

    private static final String SNAPSHOT = "rollcall.snapshot";

    private final RollcallSettings settings;
    private final RosterRules rules;

    PlanSettings(RollcallSettings settings, RosterRules rules) {
        this.settings = settings;
        this.rules = rules;
    }

    /** Each of them as it is set now, by the name under which people know it; of snapshots only where the run is one. */
    public Map<String, String> byName() {
        Map<String, String> all = ofRows();
        if (settings.snapshot().enabled()) {
            all.put(SNAPSHOT, ofSnapshots());
        }
        return all;
    }

    /** What the settings file says of snapshots; the scope that the options name stands in the ledger. */
    private String ofSnapshots() {
        return settings.snapshot().cohorts() + " " + settings.snapshot().courses() + " "
                + settings.snapshot().alsoForeign();
    }

    private Map<String, String> ofRows() {
        Map<String, String> all = new TreeMap<>();
        all.put("rollcall.roster and config/mapping.yml", rules.fingerprint());
        all.put("rollcall.accounts", settings.accounts().toString());
        all.put("rollcall.create-missing-cohorts", Boolean.toString(settings.createMissingCohorts()));
        all.put("rollcall.create-missing-groups", Boolean.toString(settings.createMissingGroups()));
        all.put("rollcall.site.roles", settings.site().roleIds().toString());
        all.put("rollcall.site.default-role", settings.site().defaultRole());
        all.put("rollcall.site.time-zone", settings.site().timeZone().getId());
        return all;
    }

    /** All of them that decide what is done with a row, in one text, to tell whether any has changed. */
    public String ofRowsInOneText() {
        return ofRows().toString();
    }

    /** The names of those that are set otherwise than when a plan was made. */
    public List<String> changedSince(Map<String, String> planned) {
        Map<String, String> now = ofRows();
        if (planned.containsKey(SNAPSHOT)) {
            now.put(SNAPSHOT, ofSnapshots());
        }
        TreeSet<String> names = new TreeSet<>(now.keySet());
        names.addAll(planned.keySet());
        List<String> changed = new ArrayList<>(names);
        changed.removeIf(name -> Objects.equals(now.get(name), planned.get(name)));
        return changed;
    }
}
