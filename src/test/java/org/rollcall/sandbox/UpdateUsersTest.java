package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an update does to each account of its batch, beyond what was recorded. */
class UpdateUsersTest {
    private static final String DONE = "{\"warnings\":[]}";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory());

    /** The accounts 4, 5 and 6; 7 is deleted. */
    @BeforeEach
    void createAccounts() {
        SandboxForm.creating(List.of("ann", "ben", "cat", "gone")).send(sandbox);
        sandbox.database()
                .jdbc()
                .sql("UPDATE mdl_user SET deleted = 1 WHERE username = 'gone'")
                .update();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    /** A call that asks for one change between two good ones. */
    private static SandboxForm between(String id, String field, String value) {
        return SandboxForm.calling("core_user_update_users")
                .with("users[0][id]", "4")
                .with("users[0][city]", "Oslo")
                .with("users[1][id]", id)
                .with("users[1][" + field + "]", value)
                .with("users[2][id]", "6")
                .with("users[2][city]", "Oslo");
    }

    private String update(String id, String field, String value) {
        return SandboxForm.calling("core_user_update_users")
                .with("users[0][id]", id)
                .with("users[0][" + field + "]", value)
                .send(sandbox);
    }

    private void developerDebugging() {
        sandbox.change(settings -> settings.with(new Debug(Debug.DEVELOPER, true)));
    }

    @Nested
    class OneBadAccount {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                999 | city      | X                 | invaliduserid
                0   | city      | X                 | invaliduserid
                -1  | city      | X                 | invaliduserid
                7   | city      | X                 | usernotupdateddeleted
                1   | city      | X                 | usernotupdatedguest
                2   | city      | X                 | usernotupdatedadmin
                5   | email     | nobody            | useremailinvalid
                5   | email     | ''                | useremailinvalid
                5   | email     | cat@example.com   | useremailduplicate
                5   | email     | CAT@Example.com   | useremailduplicate
                5   | username  | cat               | dmlwriteexception
                5   | phone1    | 012345678901234567890 | dmlwriteexception
                """)
        void isWarnedOfAndTheOthersAreKept(String id, String field, String value, String warning) {
            assertThat(between(id, field, value).send(sandbox))
                    .startsWith("{\"warnings\":[{\"item\":\"user\",\"itemid\":" + id + ",\"warningcode\":\"" + warning)
                    .containsOnlyOnce("itemid");

            assertThat(sandbox.state().userField("ann", "city")).isEqualTo("Oslo");
            assertThat(sandbox.state().userField("ben", "city")).isEmpty();
            assertThat(sandbox.state().userField("ben", "email")).isEqualTo("ben@example.com");
            assertThat(sandbox.state().userField("cat", "city")).isEqualTo("Oslo");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                id            | ben
                suspended     | yes
                username      | BEN
                email         | 'ben@example.com '
                auth          | nosuch
                lang          | xx
                theme         | nosuch
                firstname     | <b>Ben</b>
                confirmed     | 1
                createpassword | 1
                profile_field_staffid | 1
                """)
        void withAValueOfAnotherTypeOrAnUnknownKeyRefusesTheWholeCall(String field, String value) {
            assertThat(between("5", field, value).send(sandbox)).contains("\"errorcode\":\"invalidparameter\"");

            assertThat(sandbox.state().userField("ann", "city")).isEmpty();
            assertThat(sandbox.state().userField("cat", "city")).isEmpty();
        }

        @Test
        void withAPasswordAgainstThePolicyMakesTheAnswerARefusalAlthoughTheOthersAreKept() {
            String answer = between("5", "password", "abc")
                    .with("users[1][city]", "Oslo")
                    .send(sandbox);

            assertThat(answer)
                    .isEqualTo("{\"exception\":\"core\\\\exception\\\\invalid_response_exception\","
                            + "\"errorcode\":\"invalidresponse\",\"message\":\"Invalid response value detected\"}");
            assertThat(sandbox.state().userField("ann", "city")).isEqualTo("Oslo");
            assertThat(sandbox.state().userField("ben", "city")).isEmpty();
            assertThat(sandbox.state().userField("cat", "city")).isEqualTo("Oslo");
        }

        @Test
        void withAPasswordAgainstThePolicyTellsThePathToTheFaultyValue() {
            sandbox.change(settings -> settings.with(new Debug(Debug.NORMAL, false)));

            assertThat(update("5", "password", "Abcdefg1"))
                    .endsWith("\"debuginfo\":\"warnings => Invalid response value detected: warningcode => Invalid"
                            + " response value detected: Invalid external api response: the value is \\\"<div>The"
                            + " password must have at least 1 special character(s) such as *, -, or #.<\\/div>\\\" of"
                            + " PHP type \\\"string\\\", the server was expecting \\\"alphanum\\\" type\"}");
        }

        @Test
        void withAUsernameThatIsTakenTellsDevelopersOfTheIndex() {
            developerDebugging();

            assertThat(update("5", "username", "cat"))
                    .contains("Error writing to database (Duplicate entry '1-cat' for key 'mdl_user_mneuse_uix'"
                            + "\\nUPDATE mdl_user SET username = ?,timemodified = ? WHERE id=?"
                            + "\\n[array (\\n  0 => 'cat',\\n  1 => ");
        }

        @Test
        void tellsDevelopersOnlyOfTheColumnsThatChange() {
            developerDebugging();

            String answer = SandboxForm.calling("core_user_update_users")
                    .with("users[0][id]", "5")
                    .with("users[0][city]", "x".repeat(121))
                    .with("users[0][firstname]", "First")
                    .with("users[0][lastname]", "Other")
                    .with("users[0][suspended]", "0")
                    .send(sandbox);

            assertThat(answer)
                    .contains("column 'city' at row 1\\nUPDATE mdl_user SET suspended = ?,lastname = ?,city = ?,"
                            + "timemodified = ? WHERE id=?\\n[array (\\n  0 => 0,\\n  1 => 'Other',")
                    .contains("  4 => '5',\\n)])");
        }
    }

    @Nested
    class WhatMoodleAccepts {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                firstname   | ''                | ''
                lastname    | Æøå 漢字 😀        | Æøå 漢字 😀
                username    | bob.2             | bob.2
                email       | BEN@example.com   | BEN@example.com
                idnumber    | E-1               | E-1
                idnumber    | ''                | ''
                country     | NO                | NO
                country     | no                | 0
                country     | Norway            | 0
                country     | ''                | ''
                timezone    | Mars/Phobos       | Mars/Phobos
                maildisplay | 0                 | 0
                maildisplay | 7                 | 2
                mailformat  | -1                | 1
                description | <p>Hello</p>      | <p>Hello</p>
                interests   | 'chess, go'       | 'chess, go'
                suspended   | 1                 | 1
                auth        | ldap              | ldap
                """)
        void isStored(String field, String value, String stored) {
            String username = field.equals("username") ? value : "ben";

            assertThat(update("5", field, value)).isEqualTo(DONE);
            assertThat(sandbox.state().userField(username, field)).isEqualTo(stored);
        }

        @Test
        void allowsAnIdnumberThatAnotherHas() {
            update("4", "idnumber", "E-1");

            assertThat(update("5", "idnumber", "E-1")).isEqualTo(DONE);
            assertThat(sandbox.state().userField("ben", "idnumber")).isEqualTo("E-1");
        }

        @Test
        void reactivatesASuspendedAccount() {
            update("5", "suspended", "1");

            assertThat(update("5", "suspended", "0")).isEqualTo(DONE);
            assertThat(sandbox.state().userField("ben", "suspended")).isEqualTo("0");
        }

        @Test
        void takesTheLastOfTwoChangesOfOneAccount() {
            String answer = SandboxForm.calling("core_user_update_users")
                    .with("users[0][id]", "5")
                    .with("users[0][city]", "Oslo")
                    .with("users[1][id]", "5")
                    .with("users[1][city]", "Bergen")
                    .send(sandbox);

            assertThat(answer).isEqualTo(DONE);
            assertThat(sandbox.state().userField("ben", "city")).isEqualTo("Bergen");
        }

        @Test
        void takesAnEmailThatAnEarlierItemGaveUp() {
            String answer = SandboxForm.calling("core_user_update_users")
                    .with("users[0][id]", "5")
                    .with("users[0][email]", "new@example.com")
                    .with("users[1][id]", "6")
                    .with("users[1][email]", "ben@example.com")
                    .send(sandbox);

            assertThat(answer).isEqualTo(DONE);
            assertThat(sandbox.state().userField("cat", "email")).isEqualTo("ben@example.com");
        }

        @Test
        void findsARenamedAccountByItsNewNameOnly() {
            update("5", "username", "benjamin");

            assertThat(lookUp("benjamin")).contains("\"id\":5,");
            assertThat(lookUp("ben")).isEqualTo("[]");
        }

        private String lookUp(String username) {
            return SandboxForm.calling("core_user_get_users_by_field")
                    .with("field", "username")
                    .with("values[0]", username)
                    .send(sandbox);
        }

        @Test
        void setsKnownCustomFieldsAndDropsTheOthers() {
            String answer = SandboxForm.calling("core_user_update_users")
                    .with("users[0][id]", "5")
                    .with("users[0][customfields][0][type]", "staffid")
                    .with("users[0][customfields][0][value]", "S-1")
                    .with("users[0][customfields][1][type]", "StaffID")
                    .with("users[0][customfields][1][value]", "S-2")
                    .send(sandbox);

            assertThat(answer).isEqualTo(DONE);
            assertThat(sandbox.state().userField("ben", "profile_field_staffid"))
                    .isEqualTo("S-1");
        }

        @Test
        void storesAPasswordOnlyWhereTheAccountKeepsOne() {
            update("5", "auth", "manual");

            assertThat(update("5", "password", "S3cret-word")).isEqualTo(DONE);
            assertThat(update("6", "password", "S3cret-word")).isEqualTo(DONE);
            assertThat(sandbox.state().userField("ben", "password")).isEqualTo("kept");
            assertThat(sandbox.state().userField("cat", "password")).isEqualTo("not cached");
        }

        @Test
        void setsThePreferencesThatTheCallerMaySet() {
            String answer = SandboxForm.calling("core_user_update_users")
                    .with("users[0][id]", "5")
                    .with("users[0][preferences][0][type]", "auth_forcepasswordchange")
                    .with("users[0][preferences][0][value]", "1")
                    .with("users[0][preferences][1][type]", "htmleditor")
                    .with("users[0][preferences][1][value]", "textarea")
                    .with("users[0][preferences][2][type]", "nosuch")
                    .with("users[0][preferences][2][value]", "1")
                    .send(sandbox);

            assertThat(answer).isEqualTo(DONE);
            assertThat(new Users(sandbox.database().jdbc()).preferences(5))
                    .containsExactlyEntriesOf(Map.of("auth_forcepasswordchange", "1"));
        }

        @Test
        void takesAPictureThatIsNotThere() {
            assertThat(update("5", "userpicture", "-1")).isEqualTo(DONE);
        }
    }
}
