package org.rollcall.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.CohortRequest;
import org.rollcall.roster.CourseRequest;
import org.rollcall.roster.RosterRow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of memberships. Unless a method says otherwise it works in the caller's transaction. */
@Repository
public class Memberships {

    /** What is selected of {@link #FROM} for {@link #rowMapper()}: a membership, its person's account, its target. */
    public static final String SELECT =
            "m.*, (SELECT r.account_id FROM roster_row r WHERE r.id = m.person_row_id) AS account_id,"
                    + " (SELECT t.target_id FROM target t WHERE t.run_id = m.run_id AND t.kind = m.kind"
                    + " AND t.name_key = m.name_key) AS target_id";

    /** The table that {@link #SELECT} reads. It stands alone, so that a page of it is read along its key. */
    public static final String FROM = "membership m";

    private static final String ROW_STATE = "(SELECT r.state FROM roster_row r WHERE r.id = m.person_row_id)";

    /** The condition that a membership's person has an account. */
    public static final String OF_ROWS_WITH_ACCOUNT = ROW_STATE + " IN ('MATCHED', 'CREATED')";

    private static final String OF_ROWS_NOT_REJECTED = ROW_STATE + " <> 'REJECTED'";

    private final JdbcTemplate jdbc;

    Memberships(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stages what rows ask for. */
    public void stage(long runId, Collection<RosterRow> rows) {
        jdbc.batchUpdate(
                """
                INSERT INTO membership
                    (run_id, row_id, person_row_id, row_no, kind, slot, name, name_key, role, period_days, starts_at,
                     suspended, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING')""",
                rows.stream()
                        .flatMap(row -> Stream.concat(
                                row.cohorts().stream().map(cohort -> values(runId, row.number(), cohort)),
                                row.courses().stream().map(course -> values(runId, row.number(), course))))
                        .toList());
    }

    private static @Nullable Object[] values(long runId, int row, CohortRequest cohort) {
        String name = cohort.idnumber();
        return new @Nullable Object[] {
            runId,
            StagedRows.id(runId, row),
            StagedRows.id(runId, row),
            row,
            MembershipKind.COHORT.name(),
            cohort.slot(),
            name,
            key(name),
            null,
            null,
            null,
            null
        };
    }

    private static @Nullable Object[] values(long runId, int row, CourseRequest course) {
        String name = course.shortname();
        LocalDateTime start = course.start();
        return new @Nullable Object[] {
            runId,
            StagedRows.id(runId, row),
            StagedRows.id(runId, row),
            row,
            MembershipKind.COURSE.name(),
            course.slot(),
            name,
            key(name),
            course.role(),
            course.periodDays(),
            start == null ? null : start.toString(),
            course.suspended()
        };
    }

    /** How names of cohorts and courses are compared: a Moodle's look-ups tell no upper from lower case. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The ids of a run's memberships. */
    public IdRange ids(long runId) {
        return IdRange.of(jdbc, "membership", runId);
    }

    /** The different cohorts or courses that the roster asks for, in its order; rows that are rejected ask too. */
    public List<String> namesAsked(long runId, MembershipKind kind) {
        return names("", runId, kind);
    }

    /** The different cohorts or courses that rows not rejected ask for and the site is not known to have. */
    public List<String> namesNotFound(long runId, MembershipKind kind) {
        return names(
                " AND " + OF_ROWS_NOT_REJECTED + " AND NOT EXISTS (SELECT 1 FROM target t"
                        + " WHERE t.run_id = m.run_id AND t.kind = m.kind AND t.name_key = m.name_key)",
                runId,
                kind);
    }

    private List<String> names(String condition, long runId, MembershipKind kind) {
        return jdbc.queryForList(
                "SELECT MIN(m.name) FROM membership m WHERE m.run_id = ? AND m.kind = ? AND m.state = 'PENDING'"
                        + condition + " GROUP BY m.name_key ORDER BY MIN(m.id)",
                String.class,
                runId,
                kind.name());
    }

    /** The site has this cohort or course, under this id. */
    public void found(long runId, MembershipKind kind, String name, long targetId) {
        jdbc.update(
                "MERGE INTO target (run_id, kind, name_key, target_id) VALUES (?, ?, ?, ?)",
                runId,
                kind.name(),
                key(name),
                targetId);
    }

    /** The different roles that the roster names. */
    public List<String> rolesAsked(long runId) {
        return jdbc.queryForList(
                "SELECT DISTINCT role FROM membership WHERE run_id = ? AND role IS NOT NULL", String.class, runId);
    }

    /** The pending memberships with one role, those of rejected rows too. */
    public List<Membership> pendingWithRole(long runId, String role) {
        return pendingWhere("m.run_id = ? AND m.role = ?", runId, role);
    }

    /** The pending memberships in one cohort or course of rows whose account was there before. */
    public List<Membership> pendingOfMatchedRows(long runId, MembershipKind kind, String name) {
        return pendingWhere(
                "m.run_id = ? AND m.kind = ? AND m.name_key = ? AND " + ROW_STATE + " = 'MATCHED'",
                runId,
                kind.name(),
                key(name));
    }

    /** The pending memberships in one cohort or course, those of rejected rows too. */
    public List<Membership> pending(long runId, MembershipKind kind, String name) {
        return pendingWhere("m.run_id = ? AND m.kind = ? AND m.name_key = ?", runId, kind.name(), key(name));
    }

    private List<Membership> pendingWhere(String condition, Object... values) {
        return jdbc.query(
                "SELECT " + SELECT + " FROM " + FROM + " WHERE m.state = 'PENDING' AND " + condition + " ORDER BY m.id",
                rowMapper(),
                values);
    }

    /** All that one row asks for, whatever became of it. */
    List<Membership> ofRow(long runId, int row) {
        return jdbc.query(
                "SELECT " + SELECT + " FROM " + FROM + " WHERE m.row_id = ? ORDER BY m.id",
                rowMapper(),
                StagedRows.id(runId, row));
    }

    /** Moves memberships to another state. */
    public void moveTo(MembershipState state, Collection<Membership> memberships) {
        jdbc.batchUpdate(
                "UPDATE membership SET state = ? WHERE id = ?",
                memberships.stream()
                        .map(membership -> new Object[] {state.name(), membership.id()})
                        .toList());
    }

    /** A call with these memberships is about to be sent. Committed on its own, before the call. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void sending(Collection<Membership> memberships) {
        moveTo(MembershipState.SENDING, memberships);
    }

    /**
     * How many memberships are in each state, those that were rejected together with their whole row left out. A row that
     * is rejected later leaves its memberships pending.
     */
    public Map<MembershipState, Long> counts(long runId, MembershipKind kind) {
        Map<MembershipState, Long> counts = new EnumMap<>(MembershipState.class);
        jdbc.query(
                "SELECT m.state, COUNT(*) FROM " + FROM + " WHERE m.run_id = ? AND m.kind = ?"
                        + " AND (m.state <> 'REJECTED' OR " + OF_ROWS_NOT_REJECTED + ") GROUP BY m.state",
                rs -> {
                    counts.put(MembershipState.valueOf(rs.getString(1)), rs.getLong(2));
                },
                runId,
                kind.name());
        return counts;
    }

    /** Reads a membership out of a query of {@link #SELECT}. */
    public RowMapper<Membership> rowMapper() {
        return (rs, n) -> new Membership(
                rs.getLong("id"),
                rs.getInt("row_no"),
                MembershipKind.valueOf(rs.getString("kind")),
                rs.getInt("slot"),
                rs.getString("name"),
                rs.getString("role"),
                rs.getObject("period_days", Integer.class),
                start(rs),
                rs.getObject("suspended", Boolean.class),
                rs.getObject("target_id", Long.class),
                rs.getObject("account_id", Long.class),
                MembershipState.valueOf(rs.getString("state")));
    }

    private static @Nullable LocalDateTime start(ResultSet rs) throws SQLException {
        String start = rs.getString("starts_at");
        return start == null ? null : LocalDateTime.parse(start);
    }
}
