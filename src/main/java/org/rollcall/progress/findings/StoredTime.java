package org.rollcall.progress.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time as the tables hold it: in seconds, as the site tells it. */
final class StoredTime {

    private StoredTime() {}

    static @Nullable Long of(@Nullable Instant time) {
        return time == null ? null : time.getEpochSecond();
    }

    static @Nullable Instant read(ResultSet row, String column) throws SQLException {
        Long seconds = row.getObject(column, Long.class);
        return seconds == null ? null : Instant.ofEpochSecond(seconds);
    }
}
