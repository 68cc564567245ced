package org.rollcall.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.CohortRequest;
import org.rollcall.roster.CourseRequest;
import org.rollcall.roster.RosterRow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The table of memberships. Unless a method says otherwise it works in the caller's transaction. */
@Repository
public class Memberships {

    /** What is selected of {@link #FROM} for {@link #rowMapper()}: a membership, what it asks for, its person's account. */
    public static final String SELECT = "m.*, w.name, w.role, w.period_days, w.starts_at, w.suspended, w.target_id,"
            + " w.group_name, w.group_id, " + Memberships.ACCOUNT + " AS account_id";

    /** The tables that {@link #SELECT} reads; joined so that a page of memberships is read along their key. */
    public static final String FROM = "membership m LEFT JOIN wish w ON w.wish_id = m.wish_id";

    /** Between the keys of two rows' memberships; no row has more. */
    public static final int KEYS_A_ROW = 1024;

    /** The account of a membership's person, null until it is known. */
    static final String ACCOUNT = "(SELECT r.account_id FROM roster_row r WHERE r.id = m.person_row_id)";

    private static final String ROW_STATE = "(SELECT r.state FROM roster_row r WHERE r.id = m.person_row_id)";

    /** The condition that a membership's person has an account. */
    public static final String OF_ROWS_WITH_ACCOUNT = ROW_STATE + " IN ('MATCHED', 'CREATED')";

    /** The condition that a membership's person is not rejected. */
    static final String OF_ROWS_NOT_REJECTED = ROW_STATE + " <> 'REJECTED'";

    private static final int PAGE = 1000;

    private final JdbcTemplate jdbc;

    private final JsonMapper json;

    Memberships(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The wishes of a run, to stage more of its memberships with. */
    public StagedWishes wishes(long runId) {
        return new StagedWishes(jdbc, runId);
    }

    /**
     * Stages what rows ask for.
     *
     * @param wishes the run's, from {@link #wishes}
     */
    public void stage(long runId, Collection<RosterRow> rows, StagedWishes wishes) {
        List<Staged> staged = new ArrayList<>(rows.size() * 3);
        for (RosterRow row : rows) {
            long rowId = StagedRows.id(runId, row.number());
            long id = rowId * KEYS_A_ROW;
            for (CohortRequest cohort : row.cohorts()) {
                staged.add(new Staged(id++, rowId, wishes.key(Wish.of(cohort)), MembershipKind.COHORT, cohort.slot()));
            }
            for (CourseRequest course : row.courses()) {
                staged.add(new Staged(id++, rowId, wishes.key(Wish.of(course)), MembershipKind.COURSE, course.slot()));
            }
        }
        wishes.write();
        jdbc.batchUpdate("""
                INSERT INTO membership (id, row_id, person_row_id, wish_id, kind, slot, state)
                VALUES (?, ?, ?, ?, ?, ?, 'PENDING')""", staged, Math.max(1, staged.size()), (statement, membership) -> membership.set(statement));
    }

    private record Staged(long id, long rowId, long wishId, MembershipKind kind, int slot) {
        void set(PreparedStatement statement) throws SQLException {
            statement.setLong(1, id);
            statement.setLong(2, rowId);
            statement.setLong(3, rowId);
            statement.setLong(4, wishId);
            statement.setString(5, kind.name());
            statement.setInt(6, slot);
        }
    }

    /** How names of cohorts and courses are compared: a Moodle's look-ups tell no upper from lower case. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** All keys that memberships of a run can have. */
    static IdRange idsOf(long runId) {
        IdRange rows = StagedRows.idsOf(runId);
        return new IdRange(rows.first() * KEYS_A_ROW, rows.last() * KEYS_A_ROW + KEYS_A_ROW - 1);
    }

    /** The ids of a run's memberships. */
    public IdRange ids(long runId) {
        return IdRange.of(jdbc, "membership", idsOf(runId));
    }

    /**
     * Gives the pending memberships of a run, those of rejected rows too, page by page in the order of the roster. What is
     * done to those of a page does not disturb the pass.
     */
    public void forEachPending(long runId, Consumer<List<Membership>> page) {
        forEach(runId, "m.state = 'PENDING'", page);
    }

    void forEach(long runId, String condition, Consumer<List<Membership>> page) {
        IdRange ids = idsOf(runId);
        long after = ids.first() - 1;
        List<Membership> pending;
        do {
            pending = jdbc.query(
                    "SELECT " + SELECT + " FROM " + FROM
                            + " WHERE m.id > ? AND m.id <= ? AND " + condition
                            + " ORDER BY m.id FETCH FIRST ? ROWS ONLY",
                    rowMapper(),
                    after,
                    ids.last(),
                    PAGE);
            if (!pending.isEmpty()) {
                after = pending.get(pending.size() - 1).id();
                page.accept(pending);
            }
        } while (pending.size() == PAGE);
    }

    /** All that one row asks for, whatever became of it. */
    List<Membership> ofRow(long runId, int row) {
        long id = StagedRows.id(runId, row);
        return ofRows(new IdRange(id, id), "TRUE");
    }

    /** What rows in a range of keys ask for and a condition holds for, in the order of the roster. */
    List<Membership> ofRows(IdRange rows, String condition) {
        return jdbc.query(
                "SELECT " + SELECT + " FROM " + FROM + " WHERE m.id BETWEEN ? AND ? AND " + condition
                        + " ORDER BY m.id",
                rowMapper(),
                rows.first() * KEYS_A_ROW,
                rows.last() * KEYS_A_ROW + KEYS_A_ROW - 1);
    }

    /** Moves memberships to another state. */
    public void moveTo(MembershipState state, Collection<Membership> memberships) {
        jdbc.batchUpdate(
                "UPDATE membership SET state = ? WHERE id = ?",
                memberships.stream()
                        .map(membership -> new Object[] {state.name(), membership.id()})
                        .toList());
    }

    /** These enrolments are there already, otherwise than their rows want them; they stay pending. */
    public void toChange(Map<Membership, StandingEnrolment> standing) {
        jdbc.batchUpdate(
                "UPDATE membership SET standing = ? WHERE id = ?",
                standing.entrySet().stream()
                        .map(change -> new Object[] {
                            json.writeValueAsString(change.getValue()),
                            change.getKey().id()
                        })
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
        IdRange ids = idsOf(runId);
        jdbc.query(
                "SELECT m.state, COUNT(*) FROM membership m WHERE m.id BETWEEN ? AND ? AND m.kind = ?"
                        + " AND (m.state <> 'REJECTED' OR " + OF_ROWS_NOT_REJECTED + ") GROUP BY m.state",
                rs -> {
                    counts.put(MembershipState.valueOf(rs.getString(1)), rs.getLong(2));
                },
                ids.first(),
                ids.last(),
                kind.name());
        return counts;
    }

    /** Reads a membership out of a query of {@link #SELECT}. */
    public RowMapper<Membership> rowMapper() {
        return (rs, n) -> new Membership(
                rs.getLong("id"),
                StagedRows.row(rs.getLong("row_id")),
                MembershipKind.valueOf(rs.getString("kind")),
                rs.getInt("slot"),
                rs.getString("name"),
                rs.getString("role"),
                rs.getObject("period_days", Integer.class),
                start(rs),
                rs.getObject("suspended", Boolean.class),
                rs.getObject("target_id", Long.class),
                rs.getObject("account_id", Long.class),
                MembershipState.valueOf(rs.getString("state")),
                group(rs),
                standing(rs.getString("standing")));
    }

    private static @Nullable AskedGroup group(ResultSet rs) throws SQLException {
        String name = rs.getString("group_name");
        String state = rs.getString("group_state");
        return name == null
                ? null
                : new AskedGroup(
                        name,
                        rs.getObject("group_id", Long.class),
                        state == null ? null : MembershipState.valueOf(state));
    }

    private @Nullable StandingEnrolment standing(@Nullable String text) {
        return text == null ? null : json.readValue(text, StandingEnrolment.class);
    }

    static @Nullable LocalDateTime start(ResultSet rs) throws SQLException {
        String start = rs.getString("starts_at");
        return start == null ? null : LocalDateTime.parse(start);
    }
}
