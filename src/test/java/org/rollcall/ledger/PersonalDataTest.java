package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rollcall.roster.CohortRequest;

@DisplayName("The personal data of a run")
class PersonalDataTest extends LedgerTest {

    private static final int MANY = 25_001;
    private static final List<String> TABLES = List.of(
            "roster_row",
            "row_content",
            "row_password",
            "membership",
            "wish",
            "problem",
            "account_change",
            "leaver",
            "undo_item");

    private long count(String table) {
        return ledger.jdbc()
                .queryForList("SELECT COUNT(*) FROM " + table, Long.class)
                .get(0);
    }

    private void stage(Run run) {
        ledger.stage(
                run,
                Ledger.row(
                        2,
                        "ada",
                        "ada@example.org",
                        "Secret-1!",
                        List.of(new CohortRequest(1, "STUDENTS-2026")),
                        List.of(),
                        Ledger.warning(2, "username.lowercased")));
        ledger.accountChanges()
                .plan(
                        run.id(),
                        List.of(AccountChange.planned(
                                2,
                                "ada",
                                7L,
                                Set.of(ChangeAction.UPDATE),
                                List.of(new ChangedField("city", "Bonn", "Oslo")))));
        long id = StagedRows.id(run.id(), 1);
        ledger.jdbc()
                .update(
                        "INSERT INTO leaver (id, kind, target_id, name, account_id, username, fullname, action, state, reason)"
                                + " VALUES (?, 'COHORT', 3, 'STUDENTS-2026', 8, 'bob', 'Bob Brown', 'REPORT', 'REPORTED', '')",
                        id);
        ledger.jdbc()
                .update(
                        "INSERT INTO undo_item (id, run_id, effect_id, action, account_id, username, state)"
                                + " VALUES (?, ?, 1, 'SET_BACK', 7, 'ada', 'DONE')",
                        id,
                        run.id());
        ledger.effects()
                .add(
                        run.id(),
                        List.of(
                                new Effect(EffectKind.USER_UPDATED, 2, null, 7L, null, "ada", "Bonn", "Oslo"),
                                new Effect(
                                        EffectKind.ENROLLED,
                                        2,
                                        null,
                                        7L,
                                        5L,
                                        "ada",
                                        null,
                                        new EnrolmentTerms(5, null, null, null, null, 30))));
    }

    @Test
    @DisplayName("leaves every table, and that of other runs stays")
    void leavesEveryTable() {
        Run purged = ledger.run("aa");
        Run kept = ledger.run("bb");
        stage(purged);
        stage(kept);
        ledger.personalData().remove(purged.id());
        assertThat(TABLES)
                .allSatisfy(table -> assertThat(count(table)).as(table).isEqualTo(1));
        assertThat(ledger.rows().ids(kept.id()).first()).isEqualTo(StagedRows.id(kept.id(), 2));
        assertThat(ledger.jdbc()
                        .queryForList(
                                "SELECT COUNT(*) FROM effect WHERE name = 'ada' AND run_id = ?", Long.class, kept.id()))
                .containsExactly(2L);
    }

    @Test
    @DisplayName("leaves what it did to which account, by numbers, and how an enrolment was set")
    void keepsEffects() {
        Run run = ledger.run("aa");
        stage(run);
        ledger.personalData().remove(run.id());
        assertThat(ledger.jdbc()
                        .queryForList(
                                "SELECT kind || ' ' || account_id || ' ' || COALESCE(name, '-') || ' '"
                                        + " || COALESCE(before_json, '-') || ' ' || COALESCE(after_json, '-')"
                                        + " FROM effect ORDER BY id",
                                String.class))
                .containsExactly("USER_UPDATED 7 - - -", "ENROLLED 7 - - {\"roleId\":5,\"askedDays\":30}");
        assertThat(ledger.effects().isOwn(run.id(), MembershipKind.COURSE, 5, 7))
                .isTrue();
        assertThat(ledger.effects().lastEnrolment(run.id(), 5, 7)).isPresent();
    }

    @Test
    @DisplayName("is taken out a part at a time, however much it is")
    void many() {
        Run run = ledger.run("aa");
        ledger.jdbc()
                .update(
                        "INSERT INTO roster_row (id, run_id, row_no, state, username_key) SELECT ? + x, ?, x, 'CREATED',"
                                + " 'p' || x FROM SYSTEM_RANGE(2, ?)",
                        StagedRows.id(run.id(), 0),
                        run.id(),
                        MANY);
        ledger.jdbc()
                .update(
                        "INSERT INTO effect (run_id, kind, account_id, name, made_at) SELECT ?, 'USER_CREATED', x, 'p' || x,"
                                + " CURRENT_TIMESTAMP FROM SYSTEM_RANGE(2, ?)",
                        run.id(),
                        MANY);
        ledger.personalData().remove(run.id());
        assertThat(count("roster_row")).isZero();
        assertThat(count("effect")).isEqualTo(MANY - 1);
        assertThat(count("effect WHERE name IS NOT NULL")).isZero();
    }

    @Test
    @DisplayName("takes with it what rows of people said whom no other run names, and only that")
    void appliedRows() {
        Run purged = ledger.run("aa");
        Run kept = ledger.run("bb");
        ledger.stage(kept, Ledger.row(2, "ada"));
        ledger.jdbc().update("INSERT INTO applied_site (id, name) VALUES (1, 'sandbox'), (2, 'https://other.example')");
        ledger.jdbc().update("""
                INSERT INTO applied_row (site_id, username_key, row_hash, settings_hash, account_id, run_id) VALUES
                (1, 'ada', 1, 1, 7, %1$d), (1, 'bob', 1, 1, 8, %1$d), (1, 'cy', 1, 1, 9, %2$d), (2, 'ada', 1, 1, 7, %1$d)
                """.formatted(purged.id(), kept.id()));
        ledger.purgedRuns().begin(purged.id(), null, null);
        ledger.personalData().forgetAppliedRows();
        assertThat(ledger.jdbc()
                        .queryForList(
                                "SELECT site_id || ' ' || username_key FROM applied_row ORDER BY 1", String.class))
                .containsExactly("1 ada", "1 cy");
    }
}
