package org.rollcall.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Criteria of a search for accounts as SQL: conditions that each begin with AND, and their parameters. */
record UserQuery(String conditions, List<Object> parameters) {

    static UserQuery of(Map<String, String> criteria) {
        StringBuilder conditions = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        criteria.forEach((key, value) -> {
            switch (key) {
                case "email", "firstname", "lastname" -> {
                    conditions.append(" AND LOWER(").append(key).append(") LIKE ?");
                    parameters.add(LikePattern.of(value.toLowerCase(Locale.ROOT)));
                }
                case "idnumber", "username" -> {
                    conditions.append(" AND ").append(key).append("_key = ?");
                    parameters.add(Collation.key(value));
                }
                default -> {
                    conditions.append(" AND ").append(key).append(" = ?");
                    parameters.add(value);
                }
            }
        });
        return new UserQuery(conditions.toString(), parameters);
    }
}
