package org.rollcall.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A course with the name of its category; course 1 is the site itself, which has none. */
record Course(
        long id,
        long categoryId,
        String categoryName,
        long sortorder,
        String fullname,
        String shortname,
        String idnumber,
        String summary,
        long startdate,
        boolean visible,
        boolean completion,
        boolean conditionsUnset,
        long numsections,
        long timecreated) {

    /** The site's own course. */
    static final long SITE = 1;

    static Course read(ResultSet row, int number) throws SQLException {
        String category = row.getString("categoryname");
        return new Course(
                row.getLong("id"),
                row.getLong("category"),
                category == null ? "" : category,
                row.getLong("sortorder"),
                row.getString("fullname"),
                row.getString("shortname"),
                row.getString("idnumber"),
                row.getString("summary"),
                row.getLong("startdate"),
                row.getBoolean("visible"),
                row.getBoolean("enablecompletion"),
                row.getBoolean("conditionsunset"),
                row.getLong("numsections"),
                row.getLong("timecreated"));
    }

    boolean isSite() {
        return id == SITE;
    }

    String format() {
        return isSite() ? "site" : "topics";
    }

    /** Moodle's number of a text format: 1 is HTML, which every summary but the site's becomes. */
    int summaryformat() {
        return isSite() ? 0 : 1;
    }

    int newsitems() {
        return isSite() ? 3 : 0;
    }

    /** Whether completion conditions are shown; null where that was never set. */
    @Nullable
    Boolean showsConditions() {
        return conditionsUnset ? null : true;
    }
}
