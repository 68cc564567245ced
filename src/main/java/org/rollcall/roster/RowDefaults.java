package org.rollcall.roster;

/**
 * What the settings say for rows that are silent.
 *
 * @param createPassword whether Moodle shall make a password and mail it, for a row that has neither a password nor a
 *     cell in the column that asks for one and whose login method keeps its passwords in Moodle
 */
public record RowDefaults(boolean createPassword) {
    /** {@return rows say themselves whether they want a password made} */
    public static RowDefaults none() {
        return new RowDefaults(false);
    }
}
