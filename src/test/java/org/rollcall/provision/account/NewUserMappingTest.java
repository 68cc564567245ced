package org.rollcall.provision.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rollcall.ledger.RowState;
import org.rollcall.ledger.StagedRow;
import org.rollcall.provision.PersonFixture;
import org.rollcall.roster.Person;

@DisplayName("The parameters of a new account")
class NewUserMappingTest {

    private static Map<String, Object> parameters(Person person, @Nullable String password) {
        return NewUserMapping.newUser(new StagedRow(2, RowState.TO_CREATE, person, password, null, false))
                .parameters();
    }

    @Test
    void holdEveryFieldThatANewAccountCanHave() {
        Map<String, Object> expected = new HashMap<>();
        List<String> fields = PersonFixture.fields();
        for (String field : fields) {
            expected.put(field, "the " + field);
        }
        expected.put("maildisplay", String.valueOf(fields.indexOf("maildisplay")));
        expected.put("mailformat", String.valueOf(fields.indexOf("mailformat")));
        expected.put("password", "Secret-1");
        expected.remove("createPassword");
        expected.remove("profileFields");
        // These say what is done with an account that is there.
        expected.keySet().removeAll(List.of("suspended", "deleted", "oldUsername"));
        expected.put("customfields", List.of(Map.of("type", "badge", "value", "B-1")));

        assertThat(parameters(PersonFixture.complete(), "Secret-1")).isEqualTo(expected);
    }

    @Test
    void areOnlyTheFourThatEveryRowHasWhereTheRowIsSilent() {
        assertThat(parameters(PersonFixture.with(Map.of()), null))
                .isEqualTo(Map.of(
                        "username", "ada", "firstname", "Ada", "lastname", "Lovelace", "email", "ada@example.edu"));
    }

    @Nested
    @DisplayName("of a row that wants its password made up")
    class MadeUpPassword {

        private final Person person = PersonFixture.with(Map.of("createPassword", true));

        @Test
        void askMoodleToMakeOne() {
            assertThat(parameters(person, null))
                    .containsEntry("createpassword", true)
                    .doesNotContainKey("password");
        }

        @Test
        void giveTheRowsOwnWhereItHasOne() {
            assertThat(parameters(person, "Secret-1"))
                    .containsEntry("password", "Secret-1")
                    .doesNotContainKey("createpassword");
        }
    }
}
