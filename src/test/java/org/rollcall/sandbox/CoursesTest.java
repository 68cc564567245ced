package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading courses as a stock Moodle lets them be read, beyond what was recorded. */
class CoursesTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withDebug(Debug.NORMAL));

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void areListedWithTheSiteAmongThem() {
        assertThat(SandboxForm.calling("core_course_get_courses").send(sandbox))
                .startsWith("[{\"id\":1,\"shortname\":\"practice\",\"categoryid\":0,")
                .contains(
                        "\"format\":\"site\"",
                        "\"courseformatoptions\":[{\"name\":\"numsections\",\"value\":1}]",
                        "\"shortname\":\"CHEM120\"");
    }

    @ParameterizedTest
    @CsvSource({"shortname, eng101", "shortname, <b>ENG101</b>", "idnumber, ENG101", "id, 2nd"})
    void areFoundByAFieldAfterItsCleaning(String field, String value) {
        assertThat(SandboxForm.calling("core_course_get_courses_by_field")
                        .with("field", field)
                        .with("value", value)
                        .send(sandbox))
                .startsWith("{\"courses\":[{\"id\":2,");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            options[ids][0] | 99  | []
            options[ids][0] | two | the server was expecting \\"int\\" type
            options[ids]    | 2   | Only arrays accepted. The bad value is: '2'
            options[size]   | 2   | Unexpected keys (size) detected in parameter array
            """)
    void answersOddOptions(String key, String value, String answer) {
        assertThat(SandboxForm.calling("core_course_get_courses")
                        .with(key, value)
                        .send(sandbox))
                .contains(answer);
    }
}
