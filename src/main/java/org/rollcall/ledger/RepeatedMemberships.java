package org.rollcall.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;
import org.rollcall.roster.text.Wording;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** What the rows of one person ask for more than once: it is done for the first of them. */
@Component
class RepeatedMemberships {

    private static final int MEMBERSHIPS_AT_A_TIME = 1000;

    private final JdbcTemplate jdbc;
    private final Memberships memberships;
    private final Problems problems;

    RepeatedMemberships(JdbcTemplate jdbc, Memberships memberships, Problems problems) {
        this.jdbc = jdbc;
        this.memberships = memberships;
        this.problems = problems;
    }

    /**
     * Gives the memberships of merged rows to the rows that stand for their people, and finds what a person is asked into
     * more than once. The same wish is done once; one that differs in its role, dates or status is rejected, since Moodle
     * would let the later overwrite the earlier.
     */
    void handOver(long runId, String defaultRole) {
        IdRange ids = Memberships.idsOf(runId);
        Wishes wishes = new Wishes(runId, defaultRole);
        RowMapper<Membership> mapper = memberships.rowMapper();
        jdbc.query(
                """
                SELECT m.*, w.name, w.role, w.period_days, w.starts_at, w.suspended, w.target_id,
                       w.group_name, w.group_id,
                       CAST(NULL AS BIGINT) AS account_id,
                       CASE r.state WHEN 'MERGED' THEN r.person_row_id ELSE r.id END AS person
                FROM membership m JOIN wish w ON w.wish_id = m.wish_id JOIN roster_row r ON r.id = m.row_id
                WHERE m.id BETWEEN ? AND ? AND m.state = 'PENDING' ORDER BY person, m.id""",
                rs -> {
                    wishes.take(
                            rs.getLong("person"), rs.getLong("row_id"), Objects.requireNonNull(mapper.mapRow(rs, 0)));
                },
                ids.first(),
                ids.last());
        wishes.write();
    }

    /** One pass over the memberships; all of one person come together. */
    private final class Wishes {

        private final long runId;
        private final String defaultRole;
        private final Map<String, Membership> first = new HashMap<>();
        private final List<Object[]> handedOver = new ArrayList<>();
        private long person;

        Wishes(long runId, String defaultRole) {
            this.runId = runId;
            this.defaultRole = defaultRole;
        }

        void take(long personRowId, long rowId, Membership wish) {
            if (person != personRowId) {
                person = personRowId;
                first.clear();
            }
            Membership earlier = first.putIfAbsent(wish.kind() + " " + Memberships.key(wish.name()), wish);
            if (rowId == personRowId) {
                return;
            }
            MembershipState state = MembershipState.PENDING;
            if (earlier != null) {
                List<String> differences = differences(earlier, wish);
                state = differences.isEmpty() ? MembershipState.REPEATED : MembershipState.REJECTED;
                if (!differences.isEmpty()) {
                    problems.add(runId, contradiction(earlier, wish, differences), wish.id());
                }
            }
            handedOver.add(
                    new @Nullable Object[] {personRowId, state.name(), earlier == null ? null : earlier.id(), wish.id()
                    });
            if (handedOver.size() == MEMBERSHIPS_AT_A_TIME) {
                write();
            }
        }

        private void write() {
            jdbc.batchUpdate(
                    "UPDATE membership SET person_row_id = ?, state = ?, first_id = ? WHERE id = ?", handedOver);
            handedOver.clear();
        }

        private List<String> differences(Membership earlier, Membership wish) {
            List<String> differences = new ArrayList<>();
            if (!role(earlier).equals(role(wish))) {
                differences.add("role");
            }
            if (!Objects.equals(earlier.start(), wish.start())) {
                differences.add("start");
            }
            if (!Objects.equals(earlier.periodDays(), wish.periodDays())) {
                differences.add("length");
            }
            if (!Objects.equals(earlier.suspended(), wish.suspended())) {
                differences.add("status");
            }
            return differences;
        }

        private String role(Membership wish) {
            return (wish.role() == null ? defaultRole : wish.role()).toLowerCase(Locale.ROOT);
        }
    }

    private static Problem contradiction(Membership earlier, Membership wish, List<String> differences) {
        String sentence =
                "Row %d asks for %s too, with another %s; Moodle would let one overwrite the other, so make them agree or take one out."
                        .formatted(earlier.row(), wish.name(), Wording.listed(differences));
        return new Problem(
                wish.row(), wish.column(), wish.name(), wish.column() + ".contradicts", sentence, Severity.ERROR);
    }

    /** Gives what is asked for again the verdict of what was asked for first. May be repeated. */
    void settle(long runId) {
        IdRange ids = Memberships.idsOf(runId);
        jdbc.update("""
                INSERT INTO problem (run_id, row_no, membership_id, column_name, cell_value, code, message, severity)
                SELECT r.run_id, r.row_no, m.id, LOWER(m.kind) || m.slot, w.name,
                       LOWER(m.kind) || m.slot || '.first-rejected',
                       'Row ' || p.row_no || ' asks for ' || w.name || ' too, and it could not be done there; mend both rows.',
                       'ERROR'
                FROM membership m JOIN wish w ON w.wish_id = m.wish_id JOIN membership f ON f.id = m.first_id
                JOIN roster_row r ON r.id = m.row_id JOIN roster_row p ON p.id = f.row_id
                WHERE m.id BETWEEN ? AND ? AND m.state = 'REPEATED' AND f.state = 'REJECTED'""", ids.first(), ids.last());
        jdbc.update("""
                MERGE INTO membership t USING (
                    SELECT m.id, CASE f.state WHEN 'REJECTED' THEN 'REJECTED' ELSE 'PRESENT' END AS state
                    FROM membership m JOIN membership f ON f.id = m.first_id
                    WHERE m.id BETWEEN ? AND ? AND m.state = 'REPEATED'
                    AND f.state IN ('REJECTED', 'PRESENT', 'DONE')) s
                ON t.id = s.id
                WHEN MATCHED THEN UPDATE SET state = s.state""", ids.first(), ids.last());
    }
}
