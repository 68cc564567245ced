package org.rollcall.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.opentest4j.TestAbortedException;

/** Counts what was tried on a site, what disagreed, and what was skipped and why. */
final class Tally {
    private final String what;
    private final Map<String, List<String>> skipped = new LinkedHashMap<>();
    private final Set<String> notes = new TreeSet<>();
    private final List<String> disagreeing = new ArrayList<>();
    private int agreed;

    /** @param what what is counted, such as {@code vectors} */
    Tally(String what) {
        this.what = what;
    }

    /** What is tried; skips by aborting, with the reason. */
    interface Trial {
        void run() throws Exception;
    }

    /** Tries something, and counts how it ended. */
    void count(String name, Trial trial) throws Exception {
        try {
            trial.run();
            agreed++;
        } catch (TestAbortedException e) {
            skipped.computeIfAbsent(String.valueOf(e.getMessage()), reason -> new ArrayList<>())
                    .add(name);
            throw e;
        } catch (AssertionError e) {
            disagreeing.add(name);
            // Maven tells of a failure by the number of the trial only.
            AssertionError named = new AssertionError(name + ": " + e.getMessage());
            named.setStackTrace(e.getStackTrace());
            throw named;
        } catch (Exception e) {
            disagreeing.add(name);
            throw e;
        }
    }

    /** Notes something that is no disagreement. */
    void note(String sentence) {
        notes.add(sentence);
    }

    /** Whether nothing was begun. */
    boolean isEmpty() {
        return agreed == 0 && disagreeing.isEmpty() && skipped.isEmpty();
    }

    /** What was skipped, by the reason. */
    Map<String, List<String>> skipped() {
        return skipped;
    }

    /** All of it as lines of text. */
    String summary(String site) {
        StringBuilder text = new StringBuilder(
                "Moodle contract on %s: %d of %d %s agree".formatted(site, agreed, agreed + disagreeing.size(), what));
        if (!disagreeing.isEmpty()) {
            text.append("%n  not so: %s".formatted(String.join("; ", disagreeing)));
        }
        skipped.forEach(
                (reason, names) -> text.append("%n  skipped (%s): %s".formatted(reason, String.join("; ", names))));
        notes.forEach(note -> text.append("%n  %s".formatted(note)));
        return text.toString();
    }
}
