package org.rollcall.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.match.AccountFixture.ada;
import static org.rollcall.match.AccountFixture.named;
import static org.rollcall.match.AccountFixture.suspended;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.match.AccountMatch.Conflicting;
import org.rollcall.match.AccountMatch.Found;
import org.rollcall.match.AccountMatch.None;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.UserField;
import org.rollcall.moodle.UserUpdate;
import org.rollcall.operation.AccountSettings;
import org.rollcall.operation.AccountSettings.ExistingDetails;
import org.rollcall.operation.AccountSettings.MatchField;
import org.rollcall.operation.AccountSettings.Mode;
import org.rollcall.provision.PersonFixture;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;
import org.rollcall.roster.header.RosterField;

@DisplayName("What is done with an account")
class AccountRulesTest {

    private static final Account ADA = ada(Map.of(), Map.of());
    private static final Account ADA_L = named(ADA, "ada.l", "Ada", "Lovelace", "ada@example.edu");

    /** Settings as they are written: a mode, and what of deletes, renames and suspends is allowed. */
    private static AccountSettings settings(String mode, String allowed) {
        return new AccountSettings(
                Mode.valueOf(mode.toUpperCase(Locale.ROOT).replace('-', '_')),
                ExistingDetails.FROM_FILE,
                List.of(MatchField.USERNAME),
                false,
                allowed.contains("D"),
                allowed.contains("R"),
                allowed.contains("S"));
    }

    private static AccountWish wish(
            @Nullable String oldUsername, @Nullable Boolean suspended, boolean deleted, @Nullable String city) {
        Map<String, Object> fields = city == null ? Map.of() : Map.of("city", city);
        return new AccountWish(9, PersonFixture.with(fields), null, oldUsername, suspended, deleted);
    }

    private static String told(AccountDecision decision) {
        String actions = decision.actions().stream().map(Enum::name).collect(Collectors.joining("+"));
        String problems = decision.problems().stream()
                .map(problem -> (problem.isError() ? "!" : "?") + problem.code())
                .collect(Collectors.joining(" "));
        return (actions + " " + problems).strip();
    }

    @ParameterizedTest(name = "{0} {1}: old {2}, suspended {3}, deleted {4}")
    @CsvSource(nullValues = "-", textBlock = """
            create-or-update, RS,  -,   -,     false, CREATE
            create-only,      RS,  -,   -,     false, CREATE
            update-only,      RS,  -,   -,     false, !username.unknown
            create-or-update, RS,  -,   true,  false, CREATE+SUSPEND
            create-or-update, RS,  -,   false, false, CREATE
            create-or-update, R,   -,   true,  false, CREATE ?suspended.not-allowed
            create-or-update, RS,  old, -,     false, !oldusername.unknown
            update-only,      RS,  old, -,     false, !oldusername.unknown
            create-or-update, DRS, -,   -,     true,  NONE ?deleted.absent
            create-or-update, RS,  -,   -,     true,  NONE ?deleted.absent
            update-only,      DRS, old, true,  true,  NONE ?deleted.absent
            """)
    void thatTheSiteLacks(
            String mode,
            String allowed,
            @Nullable String oldUsername,
            @Nullable Boolean suspended,
            boolean deleted,
            String expected) {
        AccountDecision decision = new AccountRules(settings(mode, allowed))
                .decide(wish(oldUsername, suspended, deleted, "Paris"), new None(), true);

        assertThat(told(decision)).isEqualTo(expected);
        assertThat(decision.account()).isNull();
        assertThat(decision.update()).isNull();
        assertThat(decision.isReject()).isEqualTo(expected.contains("!"));
        assertThat(decision.hasMemberships()).isEqualTo(expected.contains("CREATE"));
        assertThat(decision.changes())
                .isEqualTo(expected.contains("SUSPEND") ? List.of(new FieldChange("suspended", "0", "1")) : List.of());
    }

    @ParameterizedTest(name = "{0} {1}: old {2}, suspended {3}, deleted {4}, city {5}")
    @CsvSource(nullValues = "-", textBlock = """
            create-or-update, RS,  -,     -,     false, -,      NONE
            create-or-update, RS,  -,     -,     false, Paris,  UPDATE
            update-only,      RS,  -,     -,     false, Paris,  UPDATE
            create-only,      RS,  -,     -,     false, Paris,  NONE
            create-or-update, RS,  ada.l, -,     false, -,      RENAME
            create-or-update, RS,  ada.l, -,     false, Paris,  UPDATE+RENAME
            create-or-update, RS,  ada.l, true,  false, Paris,  UPDATE+RENAME+SUSPEND
            create-or-update, S,   ada.l, -,     false, Paris,  !oldusername.not-allowed
            create-only,      RS,  ada.l, -,     false, Paris,  NONE ?username.differs
            create-or-update, RS,  -,     true,  false, -,      SUSPEND
            create-or-update, RS,  -,     false, false, -,      NONE
            create-or-update, R,   -,     true,  false, Paris,  UPDATE ?suspended.not-allowed
            create-or-update, R,   -,     false, false, -,      NONE
            create-only,      RS,  -,     true,  false, -,      NONE
            create-or-update, DRS, -,     -,     true,  Paris,  DELETE
            update-only,      DRS, -,     true,  true,  Paris,  DELETE
            create-or-update, RS,  -,     -,     true,  Paris,  !deleted.not-allowed
            create-only,      DRS, -,     -,     true,  Paris,  !deleted.not-allowed
            create-or-update, D,   ada.l, -,     true,  Paris,  DELETE
            """)
    void thatTheSiteHas(
            String mode,
            String allowed,
            @Nullable String oldUsername,
            @Nullable Boolean suspended,
            boolean deleted,
            @Nullable String city,
            String expected) {
        Found found =
                oldUsername == null ? new Found(ADA, RosterField.USERNAME) : new Found(ADA_L, RosterField.OLDUSERNAME);

        AccountDecision decision = new AccountRules(settings(mode, allowed))
                .decide(wish(oldUsername, suspended, deleted, city), found, false);

        assertThat(told(decision)).isEqualTo(expected);
        assertThat(decision.account()).isEqualTo(found.account());
        assertThat(decision.isReject()).isEqualTo(expected.contains("!"));
        assertThat(decision.hasMemberships()).isEqualTo(!expected.contains("!") && !expected.contains("DELETE"));
        boolean updates = expected.contains("UPDATE") || expected.contains("RENAME") || expected.contains("SUSPEND");
        assertThat(decision.update() != null).isEqualTo(updates);
        assertThat(decision.changes().isEmpty()).isEqualTo(!updates);
    }

    @Test
    void isOneUpdateForAllThatChanges() {
        Account account = suspended(ADA_L, true);

        AccountDecision decision = new AccountRules(settings("create-or-update", "RS"))
                .decide(wish("ada.l", false, false, "Paris"), new Found(account, RosterField.OLDUSERNAME), false);

        assertThat(decision.actions())
                .containsExactly(AccountAction.UPDATE, AccountAction.RENAME, AccountAction.REACTIVATE);
        assertThat(decision.update())
                .isEqualTo(UserUpdate.of(7)
                        .withUsername("ada")
                        .withSuspended(false)
                        .with(UserField.CITY, "Paris"));
        assertThat(decision.changes())
                .containsExactly(
                        new FieldChange("username", "ada.l", "ada"),
                        new FieldChange("suspended", "1", "0"),
                        new FieldChange("city", "", "Paris"));
    }

    @Test
    void isNothingWhereTheRowContradictsTheSite() {
        Problem conflict = new Problem(9, "email", "x", "email.taken", "It is taken.", Severity.ERROR);

        assertThat(new AccountRules(settings("create-or-update", "RS"))
                        .decide(wish(null, null, false, null), new Conflicting(conflict), true))
                .isEqualTo(AccountDecision.reject(null, conflict));
    }

    @ParameterizedTest(name = "{0}, found by {1}")
    @CsvSource(delimiter = '|', textBlock = """
            FROM_FILE    | USERNAME | ada   | old@example.edu | ''
            FILL_MISSING | USERNAME | ada   | old@example.edu | The account ada has the email address old@example.edu on the site and keeps it.
            NOTHING      | USERNAME | ada   | old@example.edu | The account ada has the email address old@example.edu on the site and keeps it.
            FILL_MISSING | USERNAME | ada   | ADA@example.edu | ''
            FILL_MISSING | EMAIL    | ada.l | ada@example.edu | The account to which the email address ada@example.edu belongs has the username ada.l on the site and keeps it.
            FROM_FILE    | EMAIL    | ada.l | ada@example.edu | The account to which the email address ada@example.edu belongs has the username ada.l on the site and keeps it.
            FILL_MISSING | IDNUMBER | ada.l | ada@example.edu | The account to which the idnumber E-1 belongs has the username ada.l on the site and keeps it.
            """)
    void leavesAWarningWhereItKeepsWhatPeopleAreKnownBy(
            ExistingDetails details, RosterField by, String username, String email, String sentence) {
        AccountSettings settings = new AccountSettings(
                Mode.CREATE_OR_UPDATE, details, List.of(MatchField.USERNAME), false, false, true, true);
        Account account = named(ada(Map.of(UserField.IDNUMBER, "E-1"), Map.of()), username, "Ada", "Lovelace", email);
        AccountWish wish = AccountWish.of(9, PersonFixture.with(Map.of("idnumber", "E-1")));

        AccountDecision decision = new AccountRules(settings).decide(wish, new Found(account, by), true);

        assertThat(decision.isReject()).isFalse();
        assertThat(decision.problems().stream().map(Problem::message).collect(Collectors.joining()))
                .isEqualTo(sentence);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            username.unknown        | update-only      | RS | -     | -    | false | -     | The site has no account for ada, and none is created, as rollcall.accounts.mode is update-only.
            oldusername.unknown     | create-or-update | RS | ada.l | -    | false | -     | The site has no account ada.l that could be renamed to ada.
            deleted.absent          | create-or-update | RS | -     | -    | true  | -     | The site has no account ada, so there is nothing to delete.
            oldusername.not-allowed | create-or-update | S  | ada.l | -    | false | ada.l | The account ada.l is not renamed to ada, as rollcall.accounts.allow-renames is false.
            suspended.not-allowed   | create-or-update | R  | -     | true | false | ada   | The account ada is not suspended, as rollcall.accounts.allow-suspends is false.
            deleted.not-allowed     | create-or-update | RS | -     | -    | true  | ada   | The account ada is not deleted, as rollcall.accounts.allow-deletes is false.
            deleted.not-allowed     | create-only      | DR | -     | -    | true  | ada   | The account ada is not deleted, as rollcall.accounts.mode is create-only.
            username.guest          | create-or-update | DR | -     | -    | true  | guest | The account guest is Moodle's own for visitors; it cannot be changed, enrolled or deleted.
            """)
    void isToldInASentenceWhereItIsNotWhatTheRowAsks(
            String code,
            String mode,
            String allowed,
            @Nullable String oldUsername,
            @Nullable Boolean suspended,
            boolean deleted,
            @Nullable String account,
            String sentence) {
        AccountMatch match = account == null
                ? new None()
                : new Found(
                        named(ADA, account, "Ada", "Lovelace", "ada@example.edu"),
                        oldUsername == null ? RosterField.USERNAME : RosterField.OLDUSERNAME);

        AccountDecision decision = new AccountRules(settings(mode, allowed))
                .decide(wish(oldUsername, suspended, deleted, null), match, false);

        assertThat(decision.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.message()).isEqualTo(sentence);
            assertThat(problem.row()).isEqualTo(9);
            assertThat(code).startsWith(problem.column() + ".");
            assertThat(problem.value()).isNotEmpty();
        });
    }

    @Test
    void isNeverAskedForWithAPasswordInView() {
        AccountWish wish = new AccountWish(9, PersonFixture.with(Map.of()), "Secret-1", null, null, false);

        assertThat(wish.toString()).contains("ada").doesNotContain("Secret-1");
    }
}
