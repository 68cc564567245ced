package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.defaultingList;
import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.rollcall.sandbox.Description.Structure;

/** {@code core_cohort_get_cohorts}: all cohorts, or those with the ids given; unknown ids are passed over. */
final class GetCohorts implements MoodleFunction {
    private final Tables tables;

    GetCohorts(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "core_cohort_get_cohorts";
    }

    @Override
    public Structure parameters() {
        return structure().with("cohortids", defaultingList(required(ParamType.INT)));
    }

    @Override
    public Description returns() {
        return list(Cohort.shapeWithCustomFields());
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public List<Map<String, Object>> call(Arguments arguments, Call call) {
        List<Long> ids = arguments.numbers("cohortids");
        Stream<Cohort> cohorts = ids.isEmpty()
                ? tables.cohorts().all().stream()
                : ids.stream().distinct().sorted().map(tables.cohorts()::byId).filter(Objects::nonNull);
        return cohorts.map(cohort -> answer(cohort, call)).toList();
    }

    private static Map<String, Object> answer(Cohort cohort, Call call) {
        call.enterSite();
        call.requireEither("moodle/cohort:manage", "moodle/cohort:view");
        return cohort.answerWithCustomFields();
    }
}
