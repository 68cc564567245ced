package org.rollcall.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/**
 * An activity of a course: a page, an assignment, a quiz.
 *
 * @param id Moodle's course module id
 * @param module the module's name, such as {@code assign}
 * @param instance the number among the activities of the same module
 * @param tracking how completion is tracked: 0 not at all, 1 by hand, 2 by rules
 * @param viewRule whether looking at it is one of the rules
 * @param gradeRule whether getting a grade is one of the rules
 * @param criterion whether the course's completion asks for it
 */
record Activity(
        long id,
        long courseId,
        String module,
        long instance,
        String name,
        String idnumber,
        int tracking,
        boolean viewRule,
        boolean gradeRule,
        boolean visible,
        boolean criterion) {

    static final int MANUAL = 1;
    static final int AUTOMATIC = 2;

    /** Modules that every authenticated user may view by default; others take a role in the course. */
    private static final Set<String> FOR_EVERYBODY =
            Set.of("choice", "folder", "imscp", "label", "lesson", "page", "resource", "url");

    /** What Moodle calls a module, where it is not its name. */
    private static final Map<String, String> TITLES = Map.of(
            "assign", "assignment",
            "data", "database",
            "h5pactivity", "h5p",
            "imscp", "ims content package",
            "label", "text and media area",
            "lti", "external tool",
            "resource", "file",
            "scorm", "scorm package");

    static Activity read(ResultSet row, int number) throws SQLException {
        return new Activity(
                row.getLong("id"),
                row.getLong("course"),
                row.getString("module"),
                row.getLong("instance"),
                row.getString("name"),
                row.getString("idnumber"),
                row.getInt("completion"),
                row.getBoolean("completionview"),
                row.getBoolean("completiongrade"),
                row.getBoolean("visible"),
                row.getBoolean("criterion"));
    }

    /** Whether the caller sees it; what is not seen is left out of answers without a word. */
    boolean isSeenBy(Call call) {
        return (visible || call.can("moodle/course:viewhiddenactivities"))
                && (FOR_EVERYBODY.contains(module) || call.can("mod/" + module + ":view"));
    }

    /** The module as Moodle names it inside a sentence. */
    String title() {
        return TITLES.getOrDefault(module, module);
    }
}
