package org.rollcall.sandbox;

import java.util.List;

/**
 * The functions of a program partner's site: a Moodle with a plugin that lets a partner follow its own students. Their
 * parameters and answers are those of Saylor Academy's published API; no stock Moodle has them.
 */
final class ProgramPartner {
    private ProgramPartner() {}

    static List<MoodleFunction> functions(Tables tables) {
        return List.of(new PartnerVisibleCourses(tables));
    }
}
