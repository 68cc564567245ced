package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollcall.moodle.RecordedSite.value;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.moodle.Outcome.Ambiguous;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.Outcome.Unavailable;

class UserFunctionsTest {

    private static final Account ALICE = new Account(
            8,
            "alice",
            "Alice Anderson",
            "Alice",
            "Anderson",
            "alice@example.com",
            false,
            true,
            Map.of(
                    UserField.AUTH, "manual",
                    UserField.IDNUMBER, "EMP-ALICE",
                    UserField.LANG, "en",
                    UserField.TIMEZONE, "99",
                    UserField.MAILFORMAT, "1",
                    UserField.CITY, "Oslo",
                    UserField.COUNTRY, "NO",
                    UserField.DEPARTMENT, "HR"),
            Map.of("staffid", new CustomField("text", "S-0001"), "site", new CustomField("menu", "London")));

    private final RecordedSite site = new RecordedSite();
    private final UserFunctions users = site.client.users();

    @AfterEach
    void close() {
        site.close();
    }

    @Nested
    class Create {

        @Test
        void sendsWhatWasRecorded() {
            Recording recording = site.replay("ok.create_users");
            NewUser first = user("okjson1", "Lokjson1")
                    .with(UserField.IDNUMBER, "E-json1")
                    .with(UserField.CITY, "Oslo")
                    .with(UserField.COUNTRY, "NO")
                    .with(UserField.DEPARTMENT, "HR")
                    .with(UserField.INSTITUTION, "Acme")
                    .with(UserField.PHONE1, "+47 123")
                    .with(UserField.LANG, "en")
                    .withCustomFields(Map.of("staffid", "S-json1"));
            NewUser second = user("okjson2", "Æøå \"&'ü 漢字 O'Neil-Ñ");

            List<CreatedUser> created = value(users.create(List.of(first, second)));

            assertThat(created).containsExactly(new CreatedUser(14, "okjson1"), new CreatedUser(15, "okjson2"));
            site.assertSentAsIn(recording);
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "[{\"id\":7,\"username\":\"bea\"}]"})
        void isAmbiguousWhereTheAnswerNamesFewerUsersOrOthers(String answer) {
            site.stub.replying(StubSite.json(answer));

            assertThat(users.create(List.of(user("abe", "Ode")))).isInstanceOf(Ambiguous.class);
        }

        private static NewUser user(String username, String lastname) {
            return NewUser.of(username, "F" + username, lastname, username + "@example.com")
                    .withPassword("Passw0rd#1");
        }
    }

    @Nested
    class Update {

        @Test
        void sendsOnlyWhatIsToChange() {
            Recording recording = site.replay("ok.update_users");
            UserUpdate update = UserUpdate.of(14).with(UserField.CITY, "Bergen").with(UserField.DEPARTMENT, "IT");

            assertThat(users.update(List.of(update))).isEqualTo(new Done<>(List.of(), List.of()));
            site.assertSentAsIn(recording);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "update.suspend",
                    "update.rename_username_ok",
                    "update.password_ok",
                    "update.idnumber_clear_with_empty",
                    "update.customfield_ok",
                    "update.nothing_to_change"
                })
        void isDoneWithoutWarning(String recording) {
            site.replay(recording);

            assertThat(value(users.update(List.of(UserUpdate.of(9))))).isEmpty();
        }

        @Test
        void tellsEveryKindOfChangeAsMoodleNamesIt() {
            site.replay("ok.update_users");

            UserUpdate update = UserUpdate.of(9)
                    .withUsername("bob2")
                    .withNames("Bob", null)
                    .withEmail("bob2@example.com")
                    .withPassword("NewPassw0rd#")
                    .withSuspended(false)
                    .with(UserField.IDNUMBER, "")
                    .withCustomFields(Map.of("costcentre", "77"));
            assertThat(users.update(List.of(update)).isDone()).isTrue();

            assertThat(site.parameters())
                    .containsOnly(
                            Map.entry("users[0][id]", "9"),
                            Map.entry("users[0][username]", "bob2"),
                            Map.entry("users[0][suspended]", "0"),
                            Map.entry("users[0][password]", "NewPassw0rd#"),
                            Map.entry("users[0][firstname]", "Bob"),
                            Map.entry("users[0][email]", "bob2@example.com"),
                            Map.entry("users[0][idnumber]", ""),
                            Map.entry("users[0][customfields][0][type]", "costcentre"),
                            Map.entry("users[0][customfields][0][value]", "77"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "update.unknown_id_between_good|999999|invaliduserid|Invalid user ID",
                    "update.duplicate_email|9|useremailduplicate|Duplicate address",
                    "update.invalid_email|9|useremailinvalid|useremailinvalid",
                    "update.invalid_email.dev|9|useremailinvalid|useremailinvalid (Invalid email address)",
                    "update.admin_user|2|usernotupdatedadmin|Cannot update admin accounts",
                    "update.deleted_user|12|usernotupdateddeleted|usernotupdateddeleted",
                    "update.guest_user|1|usernotupdatedguest|usernotupdatedguest",
                    "update.firstname_too_long|9|dmlwriteexception|Error writing to database",
                })
        void laysAWarningToItsAccount(String recording, long userId, String code, String message) {
            site.replay(recording);

            assertThat(users.update(List.of(UserUpdate.of(8), UserUpdate.of(userId))))
                    .isEqualTo(new Done<>(List.of(new UserWarning(userId, code, message)), List.of()));
        }

        @Test
        void keepsAWarningAboutNobodyOfTheCall() {
            site.replay("update.duplicate_email");

            Outcome<List<UserWarning>> outcome = users.update(List.of(UserUpdate.of(8)));

            SiteWarning warning = new SiteWarning("user", 9L, "useremailduplicate", "Duplicate address");
            assertThat(outcome).isEqualTo(new Done<>(List.of(), List.of(warning)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "update.username_uppercase_rejected",
                    "update.email_trailing_space_whole_batch_rejected",
                    "update.unexpected_key",
                    "update.auth_unknown"
                })
        void isRefusedWholeForAValueOfTheWrongType(String recording) {
            site.replay(recording);

            assertThat(users.update(List.of(UserUpdate.of(9))))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.errorCode()).isEqualTo("invalidparameter"));
        }

        @Test
        void isAmbiguousAfterAPasswordThatFailsThePolicy() {
            site.replay("update.password_policy_middle_of_three");

            assertThat(users.update(List.of(UserUpdate.of(9).withPassword("abc"))))
                    .isInstanceOf(Ambiguous.class);
        }

        @Test
        void asksForNothingWhenThereIsNothingToChange() {
            assertThat(UserUpdate.of(9).isEmpty()).isTrue();
            assertThat(UserUpdate.of(9).withSuspended(false).isEmpty()).isFalse();
            assertThat(users.update(List.of())).isEqualTo(new Done<>(List.of(), List.of()));
            assertThat(site.stub.requests).isEmpty();
        }
    }

    @Nested
    class Delete {

        @Test
        void sendsTheIds() {
            Recording recording = site.replay("ok.delete_users");

            assertThat(value(users.delete(List.of(14L, 15L)))).isEqualTo(new Acknowledged(2));
            site.assertSentAsIn(recording);
        }

        @ParameterizedTest
        @CsvSource({
            "delete.admin_rollback, useradminodelete",
            "delete.self_rollback, usernotdeletederror",
            "delete.unknown_id_rollback, invaliduser",
            "delete.duplicate_id_in_batch_rollback, invaliduser",
        })
        void isRefusedWhole(String recording, String code) {
            site.replay(recording);

            assertThat(users.delete(List.of(9L, 2L)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.errorCode()).isEqualTo(code));
        }
    }

    @Nested
    class ByField {

        @Test
        void findsThoseWhoAreThere() {
            Recording recording = site.replay("ok.get_users_by_field");

            List<Account> accounts =
                    value(users.byField(AccountField.USERNAME, List.of("alice", "okjson1", "okjson2", "nosuchuser")));

            assertThat(accounts).extracting(Account::username).containsExactly("alice", "okjson1", "okjson2");
            assertThat(accounts.get(0)).isEqualTo(ALICE);
            site.assertSentAsIn(recording);
        }

        @ParameterizedTest
        @CsvSource({"ID, lookup.by_id, 8;9;999999", "IDNUMBER, lookup.by_idnumber_shared, EMP-ALICE"})
        void looksUpByEveryFieldThatIdentifies(AccountField field, String recorded, String values) {
            Recording recording = site.replay(recorded);

            assertThat(value(users.byField(field, List.of(values.split(";"))))).contains(ALICE);
            site.assertSentAsIn(recording);
        }

        @Test
        void findsNobodyWhomTheTokenMayNotSee() {
            site.replay("nocap.get_users_by_field");

            assertThat(value(users.byField(AccountField.USERNAME, List.of("alice"))))
                    .isEmpty();
        }
    }

    @Nested
    class Search {

        @Test
        void sendsEachCriterionOnce() {
            Recording recording = site.replay("getusers.two_criteria_and");

            List<Account> found =
                    value(users.search(Map.of(UserCriterion.FIRSTNAME, "Alice", UserCriterion.LASTNAME, "Anderson")));

            assertThat(found).containsExactly(ALICE);
            assertThat(site.parameters())
                    .hasSameSizeAs(recording.request().keySet().stream()
                            .filter(name -> name.startsWith("criteria"))
                            .toList())
                    .containsValues("firstname", "Alice", "lastname", "Anderson");
        }

        @Test
        void tellsTheFieldsThatAreSeldomFilled() {
            site.replay("lookup.fields_full_user.getusers");

            Account found = value(users.search(Map.of(UserCriterion.USERNAME, "fullfields")))
                    .get(0);

            assertThat(found.fields())
                    .containsEntry(UserField.ADDRESS, "addr")
                    .containsEntry(UserField.INSTITUTION, "I")
                    .containsEntry(UserField.INTERESTS, "a, b")
                    .containsEntry(UserField.TIMEZONE, "Europe/Oslo");
            assertThat(found.field(UserField.THEME)).isEmpty();
            assertThat(found.fields().keySet()).allMatch(Account::tells);
            assertThat(found.customFields()).containsOnly(Map.entry("costcentre", new CustomField("text", "9")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"getusers.two_criteria_no_match", "getusers.empty_value"})
        void findsNobody(String recording) {
            site.replay(recording);

            assertThat(value(users.search(Map.of(UserCriterion.EMAIL, "nobody@example.com"))))
                    .isEmpty();
        }

        @Test
        void withoutACriterionIsNotSent() {
            assertThatThrownBy(() -> users.search(Map.of())).isInstanceOf(IllegalArgumentException.class);
            assertThat(site.stub.requests).isEmpty();
        }

        @Test
        void thatTheSiteDidNotCarryOutAsAskedFindsNobody() {
            site.stub.replying(StubSite.json("{\"users\":[],\"warnings\":[{\"item\":\"auth\",\"warningcode\":"
                    + "\"invalidfieldparameter\",\"message\":\"The search key 'auth' is not supported\"}]}"));

            assertThat(users.search(Map.of(UserCriterion.AUTH, "ldap")))
                    .isEqualTo(new Unavailable<>(
                            UnavailableKind.NOT_MOODLE,
                            "The site did not search as it was asked: The search key 'auth' is not supported",
                            null));
        }
    }
}
