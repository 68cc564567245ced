package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;

/** {@code core_cohort_add_cohort_members}: what cannot be done becomes a warning, the others are kept. */
final class AddCohortMembers implements MoodleFunction {
    private final Tables tables;

    AddCohortMembers(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "core_cohort_add_cohort_members";
    }

    @Override
    public Structure parameters() {
        Structure reference =
                structure().with("type", required(ParamType.ALPHANUMEXT)).with("value", required(ParamType.RAW));
        return structure()
                .with("members", list(structure().with("cohorttype", reference).with("usertype", reference)));
    }

    @Override
    public Description returns() {
        return structure().with("warnings", Description.warnings());
    }

    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public Map<String, Object> call(Arguments arguments, Call call) {
        List<Map<String, Object>> warnings = new ArrayList<>();
        for (Arguments member : arguments.items("members")) {
            Map<String, Object> warning = add(member.inner("cohorttype"), member.inner("usertype"), call);
            if (warning != null) {
                warnings.add(warning);
            }
        }
        return Map.of("warnings", warnings);
    }

    private @Nullable Map<String, Object> add(Arguments cohort, Arguments user, Call call) {
        String cohortBy = cohort.text("type");
        String userBy = user.text("type");
        if (!cohortBy.equals("id") && !cohortBy.equals("idnumber")) {
            return warning("1", "invalid parameter: cohortype=" + cohortBy);
        }
        if (!userBy.equals("id") && !userBy.equals("username")) {
            return warning("1", "invalid parameter: usertype=" + userBy);
        }
        String cohortName = cohortBy + "=" + cohort.text("value");
        Cohort found = cohort(cohortBy, cohort.text("value"));
        if (found == null) {
            return warning("2", "cohort " + cohortName + " not exists");
        }
        String userName = userBy + "=" + user.text("value");
        Long userId = userId(userBy, user.text("value"));
        if (userId == null) {
            return warning("2", "user " + userName + " not exists");
        }
        if (tables.cohorts().isMember(found.id(), userId)) {
            return warning("3", "record already exists: cohort(" + cohortName + " " + userName + ")");
        }
        enterSite(call);
        call.requireEither("moodle/cohort:manage", "moodle/cohort:assign");
        tables.cohorts().addMember(found.id(), userId);
        return null;
    }

    /** Here Moodle hides what is wrong: it has no text for this error, and passes on none. */
    private static void enterSite(Call call) {
        try {
            call.enterSite();
        } catch (MoodleFault refusal) {
            throw MoodleFault.of("Error", "cohort/Error");
        }
    }

    private @Nullable Cohort cohort(String by, String value) {
        return by.equals("id")
                ? tables.cohorts().byId(PhpNumber.id(value))
                : tables.cohorts().byIdnumber(value);
    }

    private @Nullable Long userId(String by, String value) {
        return by.equals("id")
                ? tables.users().idIfThere(PhpNumber.id(value))
                : tables.users().idLike(value);
    }

    private static Map<String, Object> warning(String code, String message) {
        return Map.of("warningcode", code, "message", message);
    }
}
