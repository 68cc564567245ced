package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a search finds, beyond what was recorded. */
@TestInstance(Lifecycle.PER_CLASS)
class GetUsersTest {
    private static final Pattern FOUND = Pattern.compile("\"username\":\"(\\w+)\"");

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory());

    /** The accounts 4, 5 and 6; 7 is deleted. */
    @BeforeAll
    void createAccounts() {
        SandboxForm.creating(List.of("ann", "ben", "b_n", "gone")).send(sandbox);
        SandboxForm.calling("core_user_delete_users").with("userids[0]", "7").send(sandbox);
        SandboxForm.calling("core_user_update_users")
                .with("users[0][id]", "4")
                .with("users[0][idnumber]", "E-1")
                .with("users[0][firstname]", "Änne")
                .send(sandbox);
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private String search(String key, String value) {
        return SandboxForm.calling("core_user_get_users")
                .with("criteria[0][key]", key)
                .with("criteria[0][value]", value)
                .send(sandbox);
    }

    private static String usernames(String answer) {
        return String.join(
                " ",
                FOUND.matcher(answer).results().map(found -> found.group(1)).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            username  | ' BEN '           | ben
            username  | be                | ''
            username  | b%                | ''
            id        | 5                 | ben
            id        | 5abc              | ben
            id        | 7                 | ''
            id        | ''                | ''
            idnumber  | e-1               | ann
            idnumber  | ''                | ''
            email     | ' ben@example.com ' | ben
            email     | b_n@example.com   | ben b_n
            email     | 'b\\_n@example.com' | b_n
            email     | 'b\\en@example.com' | ben
            email     | 'b%\\'            | ''
            email     | b%                | ben b_n
            email     | %                 | guest admin rollcall ann ben b_n
            firstname | änNe              | ann
            firstname | anne              | ''
            firstname | Än<bne            | ''
            firstname | Än<b>ne</b>       | ann
            lastname  | LAST              | ann ben b_n
            auth      | oauth2            | ann ben b_n
            auth      | OAUTH2            | ''
            auth      | nosuch            | ''
            """)
    void finds(String key, String value, String expected) {
        assertThat(usernames(search(key, value))).isEqualTo(expected);
    }

    @Test
    void ignoresAnUnknownKeyWithAWarningAndFindsEveryone() {
        String answer = search("department", "HR");

        assertThat(usernames(answer)).isEqualTo("guest admin rollcall ann ben b_n");
        assertThat(answer)
                .endsWith("\"warnings\":[{\"item\":\"department\",\"warningcode\":\"invalidfieldparameter\","
                        + "\"message\":\"The search key 'department' is not supported, look at the web service"
                        + " documentation\"}]}");
    }

    @Test
    void findsEveryoneWhoMeetsTheKnownCriteria() {
        String answer = SandboxForm.calling("core_user_get_users")
                .with("criteria[0][key]", "department")
                .with("criteria[0][value]", "HR")
                .with("criteria[1][key]", "username")
                .with("criteria[1][value]", "ben")
                .send(sandbox);

        assertThat(usernames(answer)).isEqualTo("ben");
        assertThat(answer).contains("invalidfieldparameter");
    }

    @Test
    void refusesAKeyThatIsNoWord() {
        assertThat(search("phone1", "1")).contains("\"errorcode\":\"invalidparameter\"");
    }

    @Test
    void refusesAnUnknownKeyThatComesTwice() {
        assertThat(SandboxForm.calling("core_user_get_users")
                        .with("criteria[0][key]", "department")
                        .with("criteria[0][value]", "HR")
                        .with("criteria[1][key]", "department")
                        .with("criteria[1][value]", "IT")
                        .send(sandbox))
                .contains("\"errorcode\":\"keyalreadyset\"");
    }
}
