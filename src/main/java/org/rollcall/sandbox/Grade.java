package org.rollcall.sandbox;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A grade that somebody got.
 *
 * @param submitted when the work was handed in, in Unix seconds; null where nothing was
 * @param graded when the grade was given, in Unix seconds
 * @param hidden whether it is hidden from the one who got it
 */
record Grade(
        long itemId,
        BigDecimal value,
        String feedback,
        @Nullable Long submitted,
        long graded,
        boolean hidden) {

    static Grade read(ResultSet row, int number) throws SQLException {
        return new Grade(
                row.getLong("itemid"),
                row.getBigDecimal("finalgrade"),
                row.getString("feedback"),
                row.getObject("timecreated", Long.class),
                row.getLong("timemodified"),
                row.getBoolean("hidden"));
    }
}
