package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values a look-up takes: PHP holds each against its cleaned self, numbers by their values. */
@TestInstance(Lifecycle.PER_CLASS)
class GetUsersByFieldTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withDebug(Debug.NORMAL));

    /** The accounts 4 and 5. */
    @BeforeAll
    void createAccounts() {
        SandboxForm.creating(List.of("ann", "12")).send(sandbox);
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private String lookUp(String field, String value) {
        return SandboxForm.calling("core_user_get_users_by_field")
                .with("field", field)
                .with("values[0]", value)
                .send(sandbox);
    }

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            id,4,"username":"ann"
            id,'4 ',"username":"ann"
            id,' 4',"username":"ann"
            id,04,"username":"ann"
            id,+4,"username":"ann"
            id,4.0,"username":"ann"
            id,.4e1,"username":"ann"
            id,-4,[]
            id,4.9,4.9(cleaned value: 4)
            id,4x,4x(cleaned value: 4)
            id,4e,4e(cleaned value: 4)
            id,e4,e4(cleaned value: 0)
            id,'',(cleaned value: 0)
            id,99999999999999999999,(cleaned value: 9223372036854775807)
            id,1e999999,(cleaned value: 9223372036854775807)
            username,'12 ',"username":"12"
            username,'ann ',ann (cleaned value: ann)
            email,' ann@example.com',(cleaned value: ann@example.com)
            """)
    void readsNumbersAsPhpDoes(String field, String value, String answer) {
        assertThat(lookUp(field, value)).contains(answer);
    }
}
