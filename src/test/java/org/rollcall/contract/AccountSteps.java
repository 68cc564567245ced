package org.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.rollcall.moodle.CreatedUser;
import org.rollcall.moodle.NewUser;
import org.rollcall.moodle.UserCriterion;
import org.rollcall.moodle.UserField;
import org.rollcall.moodle.UserUpdate;
import org.rollcall.moodle.UserWarning;

/** Creates accounts, finds, updates and deletes them. */
final class AccountSteps {
    private static final String CREATE = "core_user_create_users";
    private static final String UPDATE = "core_user_update_users";
    private static final String DELETE = "core_user_delete_users";
    private static final String BY_FIELD = "core_user_get_users_by_field";
    private static final String SEARCH = "core_user_get_users";

    private final Trial trial;

    AccountSteps(Trial trial) {
        this.trial = trial;
    }

    /** What comes before all that needs people. */
    List<Step> beginning() {
        List<String> creating = List.of(CREATE, DELETE, BY_FIELD);
        List<String> updating = List.of(CREATE, DELETE, BY_FIELD, UPDATE);
        return List.of(
                new Step("keeps nobody of a batch with a malformed email", creating, () -> keepsNobodyWith(badEmail())),
                new Step(
                        "keeps nobody of a batch with a capital in a username",
                        creating,
                        () -> keepsNobodyWith(capital())),
                new Step(
                        "keeps nobody of a batch with a username twice",
                        creating,
                        () -> keepsNobodyWith(trial.newUser(0))),
                new Step(
                        "keeps nobody of a batch with somebody without a password",
                        creating,
                        () -> keepsNobodyWith(noPassword())),
                new Step("creates accounts in the order asked", creating, this::creates),
                new Step("finds accounts by username, id, email and idnumber", creating, this::finds),
                new Step("searches for accounts", List.of(CREATE, DELETE, BY_FIELD, SEARCH), this::searches),
                new Step("keeps nobody of a batch with a username in use", creating, this::refusesUsernameInUse),
                new Step("updates each account for itself", updating, this::updates),
                new Step("updates nobody of a batch with a value of the wrong type", updating, this::refusesWrongType),
                new Step("suspends an account and lets it in again", updating, this::suspends));
    }

    /** What comes when nobody is needed any more. */
    List<Step> end() {
        return List.of(
                new Step(
                        "deletes nobody of a batch with an unknown id",
                        List.of(CREATE, DELETE, BY_FIELD),
                        this::deletesNobody),
                new Step("deletes accounts", List.of(CREATE, DELETE, BY_FIELD), this::deletes));
    }

    private NewUser badEmail() {
        return NewUser.of(trial.username(1), "Rollcall", "Contract", "not-an-email")
                .withPassword("Rc#7-contract");
    }

    private NewUser capital() {
        return NewUser.of(trial.username(1).replace('r', 'R'), "Rollcall", "Contract", trial.email(1))
                .withPassword("Rc#7-contract");
    }

    private NewUser noPassword() {
        return NewUser.of(trial.username(1), "Rollcall", "Contract", trial.email(1));
    }

    private void keepsNobodyWith(NewUser culprit) {
        Outcomes.refused(
                trial.client().users().create(List.of(trial.newUser(0), culprit, trial.newUser(2))),
                "invalidparameter");
        assertThat(trial.accounts()).isEmpty();
    }

    private void creates() {
        List<NewUser> wanted = Stream.of(2, 0, 1)
                .map(person -> trial.newUser(person)
                        .with(UserField.IDNUMBER, trial.username(person))
                        .with(UserField.CITY, "Oslo"))
                .toList();
        List<CreatedUser> created = Outcomes.done(trial.client().users().create(wanted));
        trial.made(created);
        assertThat(created)
                .extracting(CreatedUser::username)
                .containsExactly(trial.username(2), trial.username(0), trial.username(1));
    }

    private void finds() {
        Map<AccountField, String> values = Map.of(
                AccountField.USERNAME, trial.username(0),
                AccountField.ID, String.valueOf(trial.person(0)),
                AccountField.EMAIL, trial.email(0),
                AccountField.IDNUMBER, trial.username(0));
        values.forEach((field, value) -> assertThat(
                        Outcomes.done(trial.client().users().byField(field, List.of(value))))
                .as("by " + field)
                .singleElement()
                .satisfies(account -> {
                    assertThat(account.id()).isEqualTo(trial.person(0));
                    assertThat(account.username()).isEqualTo(trial.username(0));
                    assertThat(account.fullname()).contains("Rollcall", "Contract 0");
                }));
    }

    private void searches() {
        List<Account> found =
                Outcomes.done(trial.client().users().search(Map.of(UserCriterion.USERNAME, trial.username(1))));
        assertThat(found).extracting(Account::id).containsExactly(trial.person(1));
    }

    private void refusesUsernameInUse() {
        trial.person(0);
        Outcomes.refused(
                trial.client().users().create(List.of(trial.newUser(3), trial.newUser(0))), "invalidparameter");
        assertThat(trial.accounts()).extracting(Account::username).doesNotContain(trial.username(3));
    }

    private void updates() {
        List<UserWarning> warnings = Outcomes.done(trial.client()
                .users()
                .update(List.of(
                        UserUpdate.of(trial.person(0)).withNames("Renamed", null),
                        UserUpdate.of(Trial.NOBODY).withNames("Renamed", null),
                        UserUpdate.of(trial.person(1)).withNames("Renamed", null))));
        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.userId()).isEqualTo(Trial.NOBODY);
            assertThat(warning.code()).isEqualTo("invaliduserid");
        });
        assertThat(trial.account(0).fullname()).contains("Renamed", "Contract 0");
        assertThat(trial.account(1).fullname()).contains("Renamed", "Contract 1");
        assertThat(trial.account(2).fullname()).doesNotContain("Renamed");
    }

    private void refusesWrongType() {
        Outcomes.refused(
                trial.client()
                        .users()
                        .update(List.of(
                                UserUpdate.of(trial.person(0)).withNames("Mistaken", null),
                                UserUpdate.of(trial.person(1))
                                        .withUsername(capital().username()))),
                "invalidparameter");
        assertThat(trial.account(0).fullname()).doesNotContain("Mistaken");
        assertThat(trial.account(1).username()).isEqualTo(trial.username(1));
    }

    private void suspends() {
        for (boolean suspended : List.of(true, false)) {
            Outcomes.done(trial.client()
                    .users()
                    .update(List.of(UserUpdate.of(trial.person(2)).withSuspended(suspended))));
            Boolean told = trial.account(2).suspended();
            if (told == null) {
                throw new TestAbortedException("the site does not tell the token who is suspended");
            }
            assertThat(told).isEqualTo(suspended);
        }
    }

    private void deletesNobody() {
        Outcomes.refused(trial.client().users().delete(List.of(trial.person(0), Trial.NOBODY)), "invaliduser");
        assertThat(trial.accounts()).extracting(Account::id).contains(trial.person(0));
    }

    private void deletes() {
        Outcomes.done(trial.client().users().delete(List.of(trial.person(0), trial.person(1))));
        assertThat(trial.accounts()).extracting(Account::username).containsExactly(trial.username(2));
    }
}
