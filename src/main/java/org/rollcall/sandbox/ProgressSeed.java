package org.rollcall.sandbox;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The seed's section {@code progress}: what there is to do in courses and how far people came. All of it is optional.
 * Activities are named by their idnumber, which has to be the only one of its kind on the site.
 */
record ProgressSeed(
        List<ActivitySeed> activities,
        List<CompletionSeed> completions,
        List<GradeSeed> grades,
        List<AccessSeed> accesses) {

    static final ProgressSeed NONE = new ProgressSeed(null, null, null, null);

    ProgressSeed(
            @Nullable List<ActivitySeed> activities,
            @Nullable List<CompletionSeed> completions,
            @Nullable List<GradeSeed> grades,
            @Nullable List<AccessSeed> accesses) {
        this.activities = Seed.orNone(activities);
        this.completions = Seed.orNone(completions);
        this.grades = Seed.orNone(grades);
        this.accesses = Seed.orNone(accesses);
    }

    /**
     * An activity, on the course page in the seed's order.
     *
     * @param course the course's shortname
     * @param module the module's name, such as {@code page}, {@code assign} or {@code quiz}
     * @param completion how completion is tracked: manual or automatic; not at all if nothing is said
     * @param rules for automatic: view, grade or both
     * @param criterion whether the course is complete only when this is
     * @param grademax the best grade; without one the activity is not graded
     */
    record ActivitySeed(
            String course,
            String module,
            String name,
            String idnumber,
            @Nullable String completion,
            @Nullable List<String> rules,
            @Nullable Boolean criterion,
            @Nullable Boolean hidden,
            @Nullable BigDecimal grademax) {}

    /**
     * What somebody did with an activity.
     *
     * @param state complete, passed or failed; incomplete (but perhaps viewed) if nothing is said
     * @param time Unix seconds; the moment of seeding if nothing is said
     */
    record CompletionSeed(
            String user,
            String activity,
            @Nullable String state,
            @Nullable Boolean viewed,
            @Nullable Long time) {}

    /**
     * A grade.
     *
     * @param submitted when the work was handed in, in Unix seconds; nothing was if nothing is said
     * @param time when it was graded, in Unix seconds; the moment of seeding if nothing is said
     * @param hidden whether it is hidden from the one who got it
     */
    record GradeSeed(
            String user,
            String activity,
            BigDecimal grade,
            @Nullable String feedback,
            @Nullable Long submitted,
            @Nullable Long time,
            @Nullable Boolean hidden) {}

    /** When somebody was last in a course, in Unix seconds, or at the moment of seeding; without a course: on the site. */
    record AccessSeed(
            String user, @Nullable String course, @Nullable Long time) {}
}
