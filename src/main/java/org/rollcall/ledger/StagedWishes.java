package org.rollcall.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The wishes of one run while its rows are staged, each under the key that it has in the ledger. It belongs to one attempt:
 * what a transaction that was rolled back has added is not taken back.
 */
public final class StagedWishes {

    /** More different wishes than this are no longer remembered, and may come to stand in the ledger twice. */
    private static final int MOST_REMEMBERED = 100_000;

    private final JdbcTemplate jdbc;
    private final long runId;
    private final Map<Wish, Long> keys = new HashMap<>();
    private final List<Object[]> added = new ArrayList<>();
    private long last;

    StagedWishes(JdbcTemplate jdbc, long runId) {
        this.jdbc = jdbc;
        this.runId = runId;
        this.last = StagedRows.id(runId, 0);
        IdRange ids = StagedRows.idsOf(runId);
        jdbc.query(
                "SELECT * FROM wish WHERE wish_id BETWEEN ? AND ? ORDER BY wish_id",
                this::remember,
                ids.first(),
                ids.last());
    }

    private void remember(ResultSet rs) throws SQLException {
        last = rs.getLong("wish_id");
        if (keys.size() < MOST_REMEMBERED) {
            keys.put(Wishes.wish(rs), last);
        }
    }

    /** The key of a wish, which is a new one where nobody has had it yet. */
    long key(Wish wish) {
        Long known = keys.get(wish);
        if (known != null) {
            return known;
        }
        if (keys.size() >= MOST_REMEMBERED) {
            keys.clear();
        }
        last++;
        keys.put(wish, last);
        added.add(values(last, wish));
        return last;
    }

    private @Nullable Object[] values(long id, Wish wish) {
        LocalDateTime start = wish.start();
        return new @Nullable Object[] {
            id,
            runId,
            wish.kind().name(),
            wish.name(),
            Memberships.key(wish.name()),
            wish.role(),
            wish.group(),
            wish.periodDays(),
            start == null ? null : start.toString(),
            wish.suspended()
        };
    }

    /** Writes the wishes that are new since the last time. */
    void write() {
        jdbc.batchUpdate("""
                INSERT INTO wish (wish_id, run_id, kind, name, name_key, role, group_name, period_days, starts_at, suspended)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", added);
        added.clear();
    }
}
