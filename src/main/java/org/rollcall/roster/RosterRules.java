package org.rollcall.roster;

import org.rollcall.roster.file.FileOptions;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.header.ColumnNames;

/**
 * How a site's rosters are read: everything beside the cells that decides what they mean.
 *
 * @param limits how large a roster may be
 * @param file what is fixed about files
 * @param names under which names the columns are known
 * @param row what the settings say for rows that are silent
 */
public record RosterRules(RosterLimits limits, FileOptions file, ColumnNames names, RowDefaults row) {
    /** {@return the rules where nothing is set: Moodle's own names, and everything is found out} */
    public static RosterRules defaults() {
        return new RosterRules(RosterLimits.defaults(), FileOptions.none(), ColumnNames.ofMoodle(), RowDefaults.none());
    }

    /**
     * The same rules with other limits.
     *
     * @param other the limits that take the place of these
     */
    public RosterRules within(RosterLimits other) {
        return new RosterRules(other, file, names, row);
    }

    /**
     * The same rules with other things fixed about files.
     *
     * @param other what takes the place of what is fixed
     */
    public RosterRules with(FileOptions other) {
        return new RosterRules(limits, other, names, row);
    }
}
