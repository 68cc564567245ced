package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a deletion does to accounts and to what belongs to them, beyond what was recorded. */
class DeleteUsersTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory());

    /** The accounts 4, 5 and 6. */
    @BeforeEach
    void createAccounts() {
        SandboxForm.creating(List.of("ann", "ben", "cat")).send(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String delete(String... ids) {
        SandboxForm form = SandboxForm.calling("core_user_delete_users");
        for (int i = 0; i < ids.length; i++) {
            form.with("userids[" + i + "]", ids[i]);
        }
        return form.send(sandbox);
    }

    private String column(String name, long id) {
        return sandbox.database()
                .jdbc()
                .sql("SELECT " + name + " FROM mdl_user WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Nested
    class OneBadAccount {
        @ParameterizedTest
        @CsvSource({
            "999, invaliduser",
            "2, useradminodelete",
            "3, usernotdeletederror",
            "4, invaliduser",
            "ben, invalidparameter"
        })
        void keepsTheWholeBatch(String id, String code) {
            assertThat(delete("4", "5", id)).contains("\"errorcode\":\"" + code + "\"");
            assertThat(sandbox.state().usernames()).contains("ann", "ben", "cat");
        }

        @Test
        void thatIsDeletedAlreadyIsNobody() {
            delete("6");

            assertThat(delete("5", "6")).contains("\"errorcode\":\"invaliduser\"");
            assertThat(sandbox.state().usernames()).contains("ben");
        }

        @Test
        void thatIsTheGuestIsPassedOver() {
            assertThat(delete("1", "5")).isEqualTo("null");
            assertThat(sandbox.state().usernames()).contains("guest", "ann").doesNotContain("ben");
        }
    }

    @Nested
    class ADeletedAccount {
        @Test
        void keepsItsRowUnderANameMadeOfItsEmail() {
            assertThat(delete("5")).isEqualTo("null");

            assertThat(column("username", 5)).matches("ben@example\\.com\\.\\d{10}");
            assertThat(column("email", 5)).isEqualTo("7fe4771c008a22eb763df47d19e2c6aa");
            assertThat(column("idnumber", 5)).isEmpty();
            assertThat(column("deleted", 5)).isEqualTo("1");
        }

        @Test
        void hasAUsernameThatFitsItsColumn() {
            String email = "x".repeat(60) + "@" + "y".repeat(30) + ".Example";
            SandboxForm.calling("core_user_update_users")
                    .with("users[0][id]", "5")
                    .with("users[0][email]", email)
                    .send(sandbox);

            delete("5");

            assertThat(column("username", 5)).hasSize(100).startsWith("x".repeat(60) + "@yyy");
        }

        @Test
        void getsAnotherNameThanTheOneWithTheSameEmailThatWasDeletedInTheSameSecond() {
            sandbox.database()
                    .jdbc()
                    .sql("UPDATE mdl_user SET email = 'shared@example.com' WHERE id > 3")
                    .update();

            assertThat(delete("4", "5", "6")).isEqualTo("null");

            long first = Long.parseLong(column("username", 4).substring("shared@example.com.".length()));
            assertThat(column("username", 5)).isEqualTo("shared@example.com." + (first + 1));
            assertThat(column("username", 6)).isEqualTo("shared@example.com." + (first + 2));
        }

        @Test
        void losesMembershipsEnrolmentsAndRoles() {
            SandboxForm.calling("core_cohort_add_cohort_members")
                    .with("members[0][cohorttype][type]", "idnumber")
                    .with("members[0][cohorttype][value]", "STAFF-2026")
                    .with("members[0][usertype][type]", "id")
                    .with("members[0][usertype][value]", "5")
                    .send(sandbox);
            SandboxForm.calling("enrol_manual_enrol_users")
                    .with("enrolments[0][roleid]", "5")
                    .with("enrolments[0][userid]", "5")
                    .with("enrolments[0][courseid]", "2")
                    .send(sandbox);

            delete("5");

            assertThat(sandbox.state().cohortMembers("STAFF-2026")).isEmpty();
            assertThat(sandbox.state().enrolments("ENG101")).isEmpty();
            assertThat(new Enrolments(sandbox.database().jdbc()).hasAnyRole(5)).isFalse();
        }

        @Test
        void freesItsUsernameAndItsEmail() {
            delete("5");

            assertThat(SandboxForm.creating(List.of("ben")).send(sandbox))
                    .isEqualTo("[{\"id\":7,\"username\":\"ben\"}]");
        }

        @Test
        void isFoundByItsIdOnlyAndNotMarked() {
            delete("5");

            assertThat(lookUp("username", "ben")).isEqualTo("[]");
            assertThat(lookUp("email", "ben@example.com")).isEqualTo("[]");
            assertThat(lookUp("id", "5"))
                    .contains("\"id\":5,\"username\":\"ben@example.com.")
                    .doesNotContain("deleted");
        }

        private String lookUp(String field, String value) {
            return SandboxForm.calling("core_user_get_users_by_field")
                    .with("field", field)
                    .with("values[0]", value)
                    .send(sandbox);
        }
    }
}
