package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.defaulting;
import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rollcall.sandbox.Description.Structure;

/** {@code core_cohort_search_cohorts}: cohorts whose name, idnumber or description holds a text. */
final class SearchCohorts implements MoodleFunction {
    private static final Comparator<Cohort> BY_NAME = Comparator.<Cohort, String>comparing(
                    cohort -> Collation.key(cohort.name()))
            .thenComparing(cohort -> Collation.key(cohort.idnumber()))
            .thenComparing(Cohort::id);

    private final Tables tables;

    SearchCohorts(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "core_cohort_search_cohorts";
    }

    @Override
    public Structure parameters() {
        Structure context = structure()
                .with("contextid", defaulting(ParamType.INT, "0"))
                .with("contextlevel", defaulting(ParamType.ALPHANUM, ""))
                .with("instanceid", defaulting(ParamType.INT, "0"));
        return structure()
                .with("query", required(ParamType.RAW))
                .with("context", context)
                .with("includes", defaulting(ParamType.ALPHA, "parents"))
                .with("limitfrom", defaulting(ParamType.INT, "0"))
                .with("limitnum", defaulting(ParamType.INT, "25"));
    }

    @Override
    public Description returns() {
        return structure().with("cohorts", list(Cohort.shapeWithCustomFields()));
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public Map<String, Object> call(Arguments arguments, Call call) {
        CohortScope scope = CohortScope.enter(arguments.inner("context"), tables, call);
        call.requireEither("moodle/cohort:manage", "moodle/cohort:view");
        long from = Math.max(0, arguments.number("limitfrom"));
        long num = Math.max(0, arguments.number("limitnum"));
        Predicate<Cohort> matches = matching(arguments.text("query"));
        Predicate<Cohort> seen = cohort -> cohort.visible() || call.can("moodle/cohort:view");
        // Moodle takes the first limit for the number of a page, except where it looks above the context.
        Stream<Map<String, Object>> found = switch (arguments.text("includes")) {
            case "self" -> full(matches.and(scope.own()), from * num, num);
            case "all" -> full(matches, from * num, num);
            case "parents" ->
                Stream.concat(
                        full(matches.and(scope.own()), from * num, num),
                        find(matches.and(scope.above()).and(seen), from, num).map(Cohort::briefAnswer));
            default -> throw MoodleFault.coding("Invalid parameter value for 'includes'.", null);
        };
        return Map.of("cohorts", found.toList());
    }

    private Stream<Map<String, Object>> full(Predicate<Cohort> wanted, long from, long num) {
        return find(wanted, from, num).map(Cohort::answerWithCustomFields);
    }

    /** One page of the cohorts, by name; a page of 0 holds all. */
    private Stream<Cohort> find(Predicate<Cohort> wanted, long from, long num) {
        return tables.cohorts().all().stream()
                .filter(wanted)
                .sorted(BY_NAME)
                .skip(from)
                .limit(num == 0 ? Long.MAX_VALUE : num);
    }

    private static Predicate<Cohort> matching(String query) {
        if (PhpText.isEmpty(query)) {
            return cohort -> true;
        }
        String wanted = query.toLowerCase(Locale.ROOT);
        return cohort -> List.of(cohort.name(), cohort.idnumber(), cohort.description()).stream()
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
