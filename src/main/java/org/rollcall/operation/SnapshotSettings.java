package org.rollcall.operation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.LeaverAction;
import org.rollcall.ledger.MembershipKind;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rosters that are snapshots: they name everybody who is to be in certain cohorts and courses, so that whoever else is
 * there leaves.
 *
 * @param enabled whether the roster is taken for one; the option {@code --snapshot}
 * @param scopeCohorts the cohorts that this one is of; the option {@code --scope-cohort}
 * @param scopeCourses the courses that this one is of; the option {@code --scope-course}
 * @param cohorts what leaving a cohort means, by its idnumber
 * @param courses what leaving a course means, by its shortname
 * @param alsoForeign whether people leave, too, whom somebody else put there
 * @param hold what a plan may not pass without somebody's approval
 */
public record SnapshotSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue List<String> scopeCohorts,
        @DefaultValue List<String> scopeCourses,
        @Nullable Map<String, LeaverAction> cohorts,
        @Nullable Map<String, LeaverAction> courses,
        @DefaultValue("false") boolean alsoForeign,
        @DefaultValue @NotNull @Valid HoldSettings hold) {

    public SnapshotSettings {
        scopeCohorts = List.copyOf(scopeCohorts);
        scopeCourses = List.copyOf(scopeCourses);
        cohorts = checked(MembershipKind.COHORT, cohorts);
        courses = checked(MembershipKind.COURSE, courses);
    }

    private static Map<String, LeaverAction> checked(
            MembershipKind kind, @Nullable Map<String, @Nullable LeaverAction> actions) {
        Map<String, LeaverAction> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (actions != null) {
            actions.forEach((name, given) -> {
                LeaverAction action = given == null ? LeaverAction.REPORT : given;
                if (!action.fits(kind)) {
                    throw new SettingsException("The setting rollcall.snapshot.%ss.%s is %s, which is for a %s."
                            .formatted(
                                    words(kind),
                                    name,
                                    action.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                    words(
                                            kind == MembershipKind.COHORT
                                                    ? MembershipKind.COURSE
                                                    : MembershipKind.COHORT)));
                }
                byName.put(name, action);
            });
        }
        return Collections.unmodifiableMap(byName);
    }

    private static String words(MembershipKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The cohorts and courses that a snapshot is of: those of the options, or else all that the settings name. */
    public List<SnapshotScope> scopes() {
        boolean byOptions = !scopeCohorts.isEmpty() || !scopeCourses.isEmpty();
        List<SnapshotScope> scopes = new ArrayList<>();
        add(scopes, MembershipKind.COHORT, byOptions ? scopeCohorts : null, Objects.requireNonNull(cohorts));
        add(scopes, MembershipKind.COURSE, byOptions ? scopeCourses : null, Objects.requireNonNull(courses));
        return scopes;
    }

    private static void add(
            List<SnapshotScope> scopes,
            MembershipKind kind,
            @Nullable List<String> named,
            Map<String, LeaverAction> actions) {
        Map<String, LeaverAction> chosen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (named == null) {
            chosen.putAll(actions);
        } else {
            named.forEach(name -> chosen.put(name, actions.getOrDefault(name, LeaverAction.REPORT)));
        }
        chosen.forEach((name, action) -> scopes.add(new SnapshotScope(kind, name, action)));
    }

    /** All that decides who leaves and what becomes of them, in one text. */
    public String inOneText() {
        return scopes() + (alsoForeign ? " and those whom others put there" : "");
    }

    /**
     * What a plan of a snapshot may not pass without somebody's approval.
     *
     * @param removalsShare the most of a cohort, a course or all of them together who may be taken out
     * @param scopeLargerThan where so few people or fewer are, that share is not looked at
     * @param removalsCount the most people who may be taken out of a cohort, a course or all of them together; null for
     *     no such limit
     * @param rejectedShare the most of the rows that may be rejected
     * @param rowsShrunkBelow the least that the roster may have of the rows of the last one of its name
     */
    public record HoldSettings(
            @DefaultValue("10%") @NotNull Share removalsShare,
            @DefaultValue("20") @Min(0) int scopeLargerThan,
            @Nullable @Min(0) Integer removalsCount,
            @DefaultValue("20%") @NotNull Share rejectedShare,
            @DefaultValue("50%") @NotNull Share rowsShrunkBelow) {}
}
