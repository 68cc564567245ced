package org.rollcall.intake;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rollcall.report.RunSummary;

/**
 * What became of a file that was dropped.
 *
 * @param folder the name of the inbox's folder that it was dropped into; empty for the inbox itself
 * @param file its name
 * @param run the name of the run that it became; null where none was begun
 * @param summary what the run came to; null where it did not come to its end, nor to its plan
 * @param place where the file lies now: the folder of its run in the archive, or the file itself; null where it still waits
 * @param sentence what there is to say, for people
 * @param began when this attempt began
 */
public record IntakeResult(
        String folder,
        String file,
        IntakeOutcome outcome,
        @Nullable String run,
        @Nullable RunSummary summary,
        @Nullable Path place,
        String sentence,
        Instant began,
        Instant ended) {

    /** The file with its folder, as people call it. */
    public String words() {
        return folder.isEmpty() ? file : folder + "/" + file;
    }
}
