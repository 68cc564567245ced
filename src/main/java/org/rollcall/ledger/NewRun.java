package org.rollcall.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.FileDetails;
import org.rollcall.roster.file.Problem;

/**
 * What a run is begun with.
 *
 * @param rosterName the file's name, for people
 * @param rosterSha256 SHA-256 of the file's bytes, in hex
 * @param mappingHash SHA-256 of the settings that decide what the file's cells mean, in hex
 * @param site the site's address, or {@code sandbox}
 * @param mode what is done with the roster, such as {@code provision}
 * @param header the roster's column names as they came, kept for the reject report
 * @param file what was found out about the file; null where that is not known
 * @param warnings what is to be said of the header
 */
public record NewRun(
        String rosterName,
        String rosterSha256,
        String mappingHash,
        String site,
        String mode,
        List<String> header,
        @Nullable FileDetails file,
        List<Problem> warnings) {
    /** Keeps copies. */
    public NewRun {
        header = List.copyOf(header);
        warnings = List.copyOf(warnings);
    }
}
