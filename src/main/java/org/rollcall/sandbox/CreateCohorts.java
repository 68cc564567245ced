package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.defaulting;
import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.optional;
import static org.rollcall.sandbox.Description.optionalList;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;

/** {@code core_cohort_create_cohorts}: all of the batch or none of it. */
final class CreateCohorts implements MoodleFunction {
    private final Tables tables;

    CreateCohorts(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "core_cohort_create_cohorts";
    }

    @Override
    public Structure parameters() {
        Structure place = structure().with("type", required(ParamType.TEXT)).with("value", required(ParamType.RAW));
        Structure custom =
                structure().with("shortname", required(ParamType.ALPHANUMEXT)).with("value", required(ParamType.RAW));
        return structure()
                .with(
                        "cohorts",
                        list(structure()
                                .with("categorytype", place)
                                .with("name", required(ParamType.RAW))
                                .with("idnumber", required(ParamType.RAW))
                                .with("description", optional(ParamType.RAW))
                                .with("descriptionformat", defaulting(ParamType.INT, "1"))
                                .with("visible", optional(ParamType.BOOL))
                                .with("theme", optional(ParamType.THEME))
                                .with("customfields", optionalList(custom))));
    }

    @Override
    public Description returns() {
        return list(Cohort.shape());
    }

    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public List<Map<String, Object>> call(Arguments arguments, Call call) {
        List<Map<String, Object>> created = new ArrayList<>();
        for (Arguments cohort : arguments.items("cohorts")) {
            Long categoryId = categoryId(cohort.inner("categorytype"));
            String idnumber = cohort.text("idnumber");
            if (tables.cohorts().byIdnumber(idnumber) != null) {
                throw MoodleFault.invalidParameter("record already exists: idnumber=" + idnumber);
            }
            call.enterSite();
            call.require("moodle/cohort:manage");
            TextFormat.require(cohort.number("descriptionformat"));
            String description = Objects.requireNonNullElse(cohort.optionalText("description"), "");
            boolean visible = !cohort.has("visible") || cohort.flag("visible");
            created.add(tables.cohorts()
                    .insert(categoryId, cohort.text("name"), idnumber, description, visible, call.now())
                    .answer());
        }
        return created;
    }

    /** The category's id; null for the whole site, where the value is ignored. */
    private @Nullable Long categoryId(Arguments place) {
        String type = place.text("type");
        if (type.equals("system")) {
            return null;
        }
        if (!type.equals("id") && !type.equals("idnumber")) {
            throw MoodleFault.invalidParameter("category type must be id, idnumber or system:" + type);
        }
        Long id = tables.cohorts().categoryId(type, place.text("value"));
        if (id == null) {
            throw MoodleFault.invalidParameter("category not exists: category " + type + " = " + place.text("value"));
        }
        return id;
    }
}
