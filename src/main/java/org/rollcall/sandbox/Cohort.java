package org.rollcall.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cohort; one without a category belongs to the whole site. */
record Cohort(long id, @Nullable Long categoryId, String name, String idnumber, String description, boolean visible) {

    static Cohort read(ResultSet row, int number) throws SQLException {
        return new Cohort(
                row.getLong("id"),
                row.getObject("categoryid", Long.class),
                row.getString("name"),
                row.getString("idnumber"),
                row.getString("description"),
                row.getBoolean("visible"));
    }

    boolean isOfTheSite() {
        return categoryId == null;
    }

    /** As answers show it; Moodle turns every description into HTML, which is format 1. */
    Map<String, Object> answer() {
        Map<String, Object> answer = new HashMap<>();
        answer.put("id", id);
        answer.put("name", name);
        answer.put("idnumber", idnumber);
        answer.put("description", description);
        answer.put("descriptionformat", 1);
        answer.put("visible", visible);
        answer.put("theme", "");
        return answer;
    }

    /** As answers show it that tell of custom fields, of which the sandbox has none. */
    Map<String, Object> answerWithCustomFields() {
        Map<String, Object> answer = answer();
        answer.put("customfields", List.of());
        return answer;
    }

    /** As it is shown to those who look from a context below its own: without description and theme. */
    Map<String, Object> briefAnswer() {
        Map<String, Object> answer = answerWithCustomFields();
        answer.put("description", "");
        answer.remove("theme");
        return answer;
    }

    static Description.Structure shape() {
        return Description.structure()
                .with("id", Description.required(ParamType.INT))
                .with("name", Description.required(ParamType.RAW))
                .with("idnumber", Description.required(ParamType.RAW))
                .with("description", Description.required(ParamType.RAW))
                .with("descriptionformat", Description.required(ParamType.INT))
                .with("visible", Description.required(ParamType.BOOL))
                .with("theme", Description.optional(ParamType.THEME));
    }

    static Description.Structure shapeWithCustomFields() {
        Description.Structure custom = Description.withAll(
                Description.structure(),
                Description.required(ParamType.RAW),
                List.of("name", "shortname", "type", "valueraw", "value"));
        return shape().with("customfields", Description.optionalList(custom));
    }
}
