package org.rollcall.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The table of effects. Every method works in the caller's transaction. */
@Repository
public class Effects {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Effects(JdbcTemplate jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Adds effects, made now. */
    public void add(long runId, Collection<Effect> effects) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.batchUpdate(
                """
                INSERT INTO effect (run_id, kind, row_no, membership_id, account_id, target_id, name, before_json,
                                    after_json, made_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                effects.stream()
                        .map(effect -> new @Nullable Object[] {
                            runId,
                            effect.kind().name(),
                            effect.row(),
                            effect.membershipId(),
                            effect.accountId(),
                            effect.targetId(),
                            effect.name(),
                            text(effect.before()),
                            text(effect.after()),
                            now
                        })
                        .toList());
    }

    private @Nullable String text(@Nullable Object told) {
        return told == null ? null : json.writeValueAsString(told);
    }

    /**
     * What an enrolment was set to last by any run against the site of this run; nothing where none did, where the last
     * one ended it, or only one of a version that did not keep it.
     */
    public Optional<EnrolmentTerms> lastEnrolment(long runId, long courseId, long accountId) {
        List<@Nullable String> last = jdbc.queryForList("""
                SELECT e.after_json FROM effect e JOIN run r ON r.id = e.run_id
                WHERE e.account_id = ? AND e.target_id = ? AND e.kind IN ('ENROLLED', 'ENROLMENT_CHANGED', 'UNENROLLED')
                AND r.site = (SELECT s.site FROM run s WHERE s.id = ?)
                ORDER BY e.id DESC FETCH FIRST 1 ROW ONLY""", String.class, accountId, courseId, runId);
        return last.stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(text -> json.readValue(text, EnrolmentTerms.class));
    }

    /**
     * Whether an account is in a cohort or course because a run against the site of this run put it there: of the runs
     * that put it in or took it out the last one put it in.
     */
    public boolean isOwn(long runId, MembershipKind kind, long targetId, long accountId) {
        EffectKind in = kind == MembershipKind.COHORT ? EffectKind.COHORT_MEMBER_ADDED : EffectKind.ENROLLED;
        EffectKind out = kind == MembershipKind.COHORT ? EffectKind.COHORT_MEMBER_REMOVED : EffectKind.UNENROLLED;
        return jdbc.queryForList("""
                SELECT e.kind FROM effect e JOIN run r ON r.id = e.run_id
                WHERE e.account_id = ? AND e.target_id = ? AND e.kind IN (?, ?)
                AND r.site = (SELECT s.site FROM run s WHERE s.id = ?)
                ORDER BY e.id DESC FETCH FIRST 1 ROW ONLY""", String.class, accountId, targetId, in.name(), out.name(), runId)
                .contains(in.name());
    }

    /**
     * Notes changes that a call is about to make and no row's state speaks of. Committed on its own, before the call;
     * they count once they are confirmed. What was noted before is not noted twice.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void intend(long runId, EffectKind kind, Collection<String> names) {
        List<String> noted = jdbc.queryForList(
                "SELECT name FROM effect WHERE run_id = ? AND kind = ?", String.class, runId, kind.name());
        add(
                runId,
                names.stream()
                        .filter(name -> !noted.contains(name))
                        .map(name -> new Effect(kind, null, null, null, null, name))
                        .toList());
    }

    /** An intended change has been made; what was never intended is not one of ours, and nothing happens. */
    public void confirm(long runId, EffectKind kind, String name, long targetId) {
        jdbc.update(
                "UPDATE effect SET target_id = ? WHERE run_id = ? AND kind = ? AND name = ?",
                targetId,
                runId,
                kind.name(),
                name);
    }

    /** An intended change was refused. */
    public void withdraw(long runId, EffectKind kind, String name) {
        jdbc.update("DELETE FROM effect WHERE run_id = ? AND kind = ? AND name = ?", runId, kind.name(), name);
    }

    /** How many effects of each kind a run had; kinds without any are left out. */
    public Map<EffectKind, Long> counts(long runId) {
        Map<EffectKind, Long> counts = new EnumMap<>(EffectKind.class);
        jdbc.query(
                "SELECT kind, COUNT(*) FROM effect WHERE run_id = ? AND (account_id IS NOT NULL OR target_id IS NOT NULL) GROUP BY kind",
                rs -> {
                    counts.put(EffectKind.valueOf(rs.getString(1)), rs.getLong(2));
                },
                runId);
        return counts;
    }

    /** How many different accounts a run's effects of these kinds are about. */
    public long accounts(long runId, Collection<EffectKind> kinds) {
        String names = kinds.stream().map(kind -> "'" + kind.name() + "'").collect(Collectors.joining(", "));
        return jdbc.queryForList(
                        "SELECT COUNT(DISTINCT account_id) FROM effect WHERE run_id = ? AND kind IN (" + names + ")",
                        Long.class,
                        runId)
                .get(0);
    }

    /** How many accounts that were there before a run changed for its rows; leavers are left out. */
    public long changedAccounts(long runId) {
        return jdbc.queryForList(
                        "SELECT COUNT(DISTINCT account_id) FROM effect WHERE run_id = ? AND row_no IS NOT NULL AND kind IN ("
                                + "'USER_UPDATED', 'USER_RENAMED', 'USER_SUSPENDED', 'USER_REACTIVATED', 'USER_DELETED')"
                                + " AND account_id NOT IN (SELECT c.account_id FROM effect c"
                                + " WHERE c.run_id = ? AND c.kind = 'USER_CREATED' AND c.account_id IS NOT NULL)",
                        Long.class,
                        runId,
                        runId)
                .get(0);
    }
}
