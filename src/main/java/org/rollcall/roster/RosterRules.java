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
 * @param dates in which forms dates are written
 * @param people what becomes of a person who stands in several rows
 */
public record RosterRules(
        RosterLimits limits,
        FileOptions file,
        ColumnNames names,
        RowDefaults row,
        DateReading dates,
        RepeatedPeople people) {
    /** {@return the rules where nothing is set: Moodle's own names, and everything is found out} */
    public static RosterRules defaults() {
        return new RosterRules(
                RosterLimits.defaults(),
                FileOptions.none(),
                ColumnNames.ofMoodle(),
                RowDefaults.none(),
                DateReading.none(),
                RepeatedPeople.REJECT);
    }

    /**
     * The same rules with other limits.
     *
     * @param other the limits that take the place of these
     */
    public RosterRules within(RosterLimits other) {
        return new RosterRules(other, file, names, row, dates, people);
    }

    /**
     * The same rules with other things fixed about files.
     *
     * @param other what takes the place of what is fixed
     */
    public RosterRules with(FileOptions other) {
        return new RosterRules(limits, other, names, row, dates, people);
    }

    /**
     * The same rules with other names of the columns.
     *
     * @param other the names that take the place of these
     */
    public RosterRules with(ColumnNames other) {
        return new RosterRules(limits, file, other, row, dates, people);
    }

    /**
     * The same rules with dates in other forms.
     *
     * @param other the forms that take the place of these
     */
    public RosterRules with(DateReading other) {
        return new RosterRules(limits, file, names, row, other, people);
    }

    /**
     * The rules' identity: two runs may read on where the other stopped only if nothing that decides the meaning of a
     * cell has changed in between. How large a roster may be decides no meaning.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String fingerprint() {
        return new Fingerprint()
                .of("charset", file.charset())
                .of("delimiter", file.delimiter())
                .of("sheet", file.sheet())
                .of("names", names.meaning())
                .of("create-passwords", row.createPassword())
                .of("date-formats", dates.patterns())
                .of("repeated-people", people)
                .hex();
    }
}
