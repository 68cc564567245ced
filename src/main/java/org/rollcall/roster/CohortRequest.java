package org.rollcall.roster;

/**
 * A row's wish that its person be in a cohort.
 *
 * @param slot the number in the column's name: 2 for {@code cohort2}
 * @param idnumber the cohort's id number on the site, at most 100 characters (the column {@code cohort.idnumber} in
 *     Moodle's {@code lib/db/install.xml})
 */
public record CohortRequest(int slot, @MaxLength(100) String idnumber) {}
