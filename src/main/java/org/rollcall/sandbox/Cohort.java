package org.rollcall.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A cohort. */
record Cohort(long id, String name, String idnumber, String description, boolean visible) {

    static Cohort read(ResultSet row, int number) throws SQLException {
        return new Cohort(
                row.getLong("id"),
                row.getString("name"),
                row.getString("idnumber"),
                row.getString("description"),
                row.getBoolean("visible"));
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
}
