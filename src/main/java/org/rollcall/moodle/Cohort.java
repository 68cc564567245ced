package org.rollcall.moodle;

/**
 * A cohort of the site.
 *
 * @param idnumber empty where the cohort has none; two cohorts may share one, since simultaneous creates are not kept
 *     apart
 */
public record Cohort(long id, String name, String idnumber, boolean visible) {

    static Cohort from(Answer cohort) {
        return new Cohort(
                cohort.number("id"),
                cohort.text("name"),
                cohort.textOrEmpty("idnumber"),
                !Boolean.FALSE.equals(cohort.optionalFlag("visible")));
    }
}
