package org.rollcall.sandbox;

import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where cohorts are looked for: those of a Moodle context itself, and those of the contexts above it. Of the contexts'
 * own ids the sandbox knows that of the whole site only.
 */
record CohortScope(Predicate<Cohort> own, Predicate<Cohort> above) {
    private static final CohortScope SITE = new CohortScope(Cohort::isOfTheSite, CohortScope::none);

    /** The id of the whole site's context. */
    static final long SITE_CONTEXT = 1;

    /**
     * The scope that the parameters name, after Moodle's {@code get_context_from_params} and {@code validate_context}.
     *
     * @throws MoodleFault if they name none, or one that the caller may not enter
     */
    static CohortScope enter(Arguments context, Tables tables, Call call) {
        CohortScope scope = find(context, tables, call);
        if (scope == null) {
            throw MoodleFault.invalidParameter("Context does not exist");
        }
        call.enterSite();
        return scope;
    }

    private static @Nullable CohortScope find(Arguments context, Tables tables, Call call) {
        long contextId = context.number("contextid");
        if (contextId != 0) {
            return contextId == SITE_CONTEXT ? SITE : null;
        }
        String level = context.text("contextlevel");
        if (PhpText.isEmpty(level)) {
            throw MoodleFault.invalidParameter(
                    "Missing parameters, please provide either context level with instance id or contextid");
        }
        long id = context.number("instanceid");
        return switch (level) {
            case "system", "10" -> SITE;
            case "user", "30" ->
                tables.users().idIfThere(id) == null ? null : new CohortScope(CohortScope::none, Cohort::isOfTheSite);
            case "coursecat", "40" -> category(id, tables);
            case "course", "50" -> course(id, tables, call);
            case "module", "70", "block", "80" -> null;
            default -> throw MoodleFault.invalidParameter("Invalid context level = " + level);
        };
    }

    private static @Nullable CohortScope category(long id, Tables tables) {
        return tables.cohorts().categoryId("id", Long.toString(id)) == null
                ? null
                : new CohortScope(ofCategory(id), Cohort::isOfTheSite);
    }

    private static @Nullable CohortScope course(long id, Tables tables, Call call) {
        Course course = tables.courses().byId(id);
        if (course == null) {
            return null;
        }
        new CourseAccess(tables).enter(course, call);
        return new CohortScope(
                CohortScope::none, ofCategory(course.categoryId()).or(Cohort::isOfTheSite));
    }

    private static boolean none(Cohort cohort) {
        return false;
    }

    private static Predicate<Cohort> ofCategory(long id) {
        return cohort -> Objects.equals(cohort.categoryId(), id);
    }
}
