package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.structure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rollcall.sandbox.Description.Structure;

/** {@code local_wsfunc_programpartner_get_users}: the people of the partner's cohorts, as far as the caller sees them. */
final class PartnerUsers implements MoodleFunction {
    private final PartnerCohorts cohorts;
    private final UserDetails details;

    PartnerUsers(Tables tables, UserDetails details) {
        this.cohorts = new PartnerCohorts(tables);
        this.details = details;
    }

    @Override
    public String name() {
        return "local_wsfunc_programpartner_get_users";
    }

    @Override
    public Structure parameters() {
        return structure();
    }

    @Override
    public Description returns() {
        return list(GetUsersByField.user());
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public List<Map<String, Object>> call(Arguments arguments, Call call) {
        call.enterSite();
        return cohorts.people(call).stream()
                .map(account -> details.outsideCourses(account, call))
                .filter(Objects::nonNull)
                .toList();
    }
}
