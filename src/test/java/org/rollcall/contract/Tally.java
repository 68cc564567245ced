package org.rollcall.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.opentest4j.TestAbortedException;

/** Counts what was tried on a site, and what was skipped and why. */
final class Tally {
    private final String what;
    private final Map<String, List<String>> skipped = new LinkedHashMap<>();
    private final Set<String> notes = new TreeSet<>();
    private int tried;
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
            tried++;
            agreed++;
        } catch (TestAbortedException e) {
            skipped.computeIfAbsent(String.valueOf(e.getMessage()), reason -> new ArrayList<>())
                    .add(name);
            throw e;
        } catch (Exception | AssertionError e) {
            tried++;
            throw e;
        }
    }

    /** Notes something that is no disagreement. */
    void note(String sentence) {
        notes.add(sentence);
    }

    /** What was skipped, by the reason. */
    Map<String, List<String>> skipped() {
        return skipped;
    }

    /** All of it as lines of text. */
    String summary(String site) {
        StringBuilder text =
                new StringBuilder("Moodle contract on %s: %d of %d %s agree".formatted(site, agreed, tried, what));
        skipped.forEach(
                (reason, names) -> text.append("%n  skipped (%s): %s".formatted(reason, String.join(", ", names))));
        notes.forEach(note -> text.append("%n  %s".formatted(note)));
        return text.toString();
    }
}
