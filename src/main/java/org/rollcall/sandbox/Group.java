package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;

/** A group of a course. */
record Group(
        long id,
        long courseId,
        String name,
        String idnumber,
        String description,
        long descriptionformat,
        @Nullable String enrolmentkey,
        long visibility,
        boolean participation) {

    static Group read(ResultSet row, int number) throws SQLException {
        return new Group(
                row.getLong("id"),
                row.getLong("courseid"),
                row.getString("name"),
                row.getString("idnumber"),
                row.getString("description"),
                row.getLong("descriptionformat"),
                row.getString("enrolmentkey"),
                row.getLong("visibility"),
                row.getBoolean("participation"));
    }

    Map<String, @Nullable Object> answer() {
        Map<String, @Nullable Object> answer = new HashMap<>();
        answer.put("id", id);
        answer.put("courseid", courseId);
        answer.put("name", name);
        answer.put("description", description);
        answer.put("descriptionformat", descriptionformat);
        answer.put("enrolmentkey", enrolmentkey);
        answer.put("idnumber", idnumber);
        answer.put("visibility", visibility);
        answer.put("participation", participation);
        return answer;
    }

    static Structure shape() {
        return structure()
                .with("id", required(ParamType.INT))
                .with("courseid", required(ParamType.INT))
                .with("name", required(ParamType.TEXT))
                .with("description", required(ParamType.RAW))
                .with("descriptionformat", required(ParamType.INT))
                .with("enrolmentkey", required(ParamType.RAW))
                .with("idnumber", required(ParamType.RAW))
                .with("visibility", required(ParamType.INT))
                .with("participation", required(ParamType.BOOL));
    }
}
