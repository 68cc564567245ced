package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups as a stock Moodle keeps them, beyond what was recorded. */
class GroupsTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withDebug(Debug.DEVELOPER));

    @BeforeEach
    void enrolAnn() {
        SandboxForm.creating(List.of("ann", "ben")).send(sandbox);
        SandboxForm.calling("enrol_manual_enrol_users")
                .with("enrolments[0][roleid]", "5")
                .with("enrolments[0][userid]", "4")
                .with("enrolments[0][courseid]", "2")
                .send(sandbox);
        assertThat(creating("2", "Blue").send(sandbox)).contains("\"id\":1");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static SandboxForm creating(String course, String name) {
        return SandboxForm.calling("core_group_create_groups")
                .with("groups[0][courseid]", course)
                .with("groups[0][name]", name)
                .with("groups[0][description]", "d");
    }

    private String ofCourse(String course) {
        return SandboxForm.calling("core_group_get_course_groups")
                .with("courseid", course)
                .send(sandbox);
    }

    @Nested
    class Making {
        @Test
        void trimsNameAndIdnumberAndFillsInWhatWasLeftOut() {
            assertThat(creating("2", " Red ").with("groups[0][idnumber]", " R ").send(sandbox))
                    .isEqualTo(
                            "[{\"id\":2,\"courseid\":2,\"name\":\"Red\",\"description\":\"d\",\"descriptionformat\":1,"
                                    + "\"enrolmentkey\":\"\",\"idnumber\":\"R\",\"visibility\":0,\"participation\":true}]");
        }

        @Test
        void listsThemByName() {
            creating("2", "amber").send(sandbox);

            assertThat(ofCourse("2")).containsSubsequence("amber", "Blue");
            assertThat(ofCourse("3")).isEqualTo("[]");
        }

        @Test
        void hidesThoseThatAreNotForEverybody() {
            assertThat(creating("2", "Secret")
                            .with("groups[0][visibility]", "2")
                            .send(sandbox))
                    .contains("\"participation\":false");
            assertThat(ofCourse("2")).contains("Blue").doesNotContain("Secret");
        }

        @Test
        void undoesTheWholeBatchForOneBadItem() {
            assertThat(creating("2", "Green")
                            .with("groups[1][courseid]", "2")
                            .with("groups[1][name]", "blue")
                            .with("groups[1][description]", "")
                            .send(sandbox))
                    .contains("Group with the same name already exists in the course");
            assertThat(ofCourse("2")).doesNotContain("Green");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                2  | ' '  | visibility        | 0  | Invalid group name
                2  | C    | visibility        | 4  | Invalid group visibility provided. Must be one of 0,1,2,3
                2  | C    | descriptionformat | 3  | webservice\\/formatnotsupported (The format with value=3 is not
                99 | C    | idnumber          | C  | (course id:99). The context error message was: Invalid parameter
                2  | C    | idnumber          | B1 | This ID number is already in use
                2  | C    | participation     | 7  | the server was expecting \\"bool\\" type
                2  | C    | colour            | 7  | Unexpected keys (colour) detected in parameter array
                """)
        void refuses(String course, String name, String key, String value, String complaint) {
            creating("2", "First").with("groups[0][idnumber]", "B1").send(sandbox);

            assertThat(creating(course, name)
                            .with("groups[0][" + key + "]", value)
                            .send(sandbox))
                    .contains(complaint);
        }

        @Test
        void refusesANameThatIsTooLong() {
            assertThat(creating("2", "n".repeat(255)).send(sandbox))
                    .contains("dmlwriteexception", "Data too long for column 'name' at row 1");
        }
    }

    @Nested
    class Joining {
        private String join(String group, String user) {
            return SandboxForm.calling("core_group_add_group_members")
                    .with("members[0][groupid]", group)
                    .with("members[0][userid]", user)
                    .send(sandbox);
        }

        @Test
        void showsAmongTheEnrolledUsers() {
            assertThat(join("1", "4")).isEqualTo("null");
            assertThat(SandboxForm.calling("core_enrol_get_enrolled_users")
                            .with("courseid", "2")
                            .with("options[0][name]", "groupid")
                            .with("options[0][value]", "1")
                            .send(sandbox))
                    .contains("\"username\":\"ann\"", "\"groups\":[{\"id\":1,\"name\":\"Blue\",\"description\":\"d\"");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                1  | 5  | Only enrolled users may be members of groups
                99 | 4  | database table groups.
                1  | 99 | SELECT * FROM {user} WHERE id = ? AND deleted = ? AND mnethostid = ?
                """)
        void refuses(String group, String user, String complaint) {
            assertThat(join(group, user)).contains(complaint);
        }
    }
}
