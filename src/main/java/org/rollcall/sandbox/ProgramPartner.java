package org.rollcall.sandbox;

import java.util.List;

/**
 * The functions of a program partner's site: a Moodle with a plugin that lets a partner follow its own students. Their
 * parameters and answers are those of Saylor Academy's published API; no stock Moodle has them. What that does not tell
 * (which capabilities they take, how they refuse) is the sandbox's own: they take none beyond the token, and show the
 * people of the partner's cohorts only.
 */
final class ProgramPartner {
    private ProgramPartner() {}

    static List<MoodleFunction> functions(Tables tables, Seed seed) {
        return List.of(
                new PartnerUsers(tables, new UserDetails(tables, seed.profileFields())),
                new PartnerUsersCourses(tables),
                new PartnerVisibleCourses(tables),
                new PartnerGrades(tables),
                new PartnerLastAccess(tables),
                new PartnerActivities(tables));
    }
}
