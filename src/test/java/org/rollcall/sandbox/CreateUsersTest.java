package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which accounts need a password, and what becomes of it, by authentication method. */
class CreateUsersTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withDebug(Debug.NORMAL));

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static SandboxForm creating(String auth) {
        return SandboxForm.calling("core_user_create_users")
                .with("users[0][username]", "ann")
                .with("users[0][firstname]", "Ann")
                .with("users[0][lastname]", "A")
                .with("users[0][email]", "ann@example.com")
                .with("users[0][auth]", auth);
    }

    @ParameterizedTest
    @CsvSource({
        "manual, kept",
        "email, kept",
        "none, kept",
        "nologin, ''",
        "lti, ''",
        "ldap, not cached",
        "oauth2, not cached",
        "db, not cached"
    })
    void keepWhatTheMethodKeeps(String auth, String kept) {
        creating(auth).with("users[0][password]", "Passw0rd#1").send(sandbox);

        assertThat(sandbox.state().userField("ann", "password")).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"manual", "email", "none", "nologin", "lti"})
    void needAPasswordWhereTheMethodIsInternal(String auth) {
        assertThat(creating(auth).send(sandbox))
                .contains("Invalid password: you must provide a password, or set createpassword.");
        assertThat(sandbox.state().hasUser("ann")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ldap", "oauth2", "cas", "shibboleth", "db"})
    void needNoneWhereItIsNot(String auth) {
        assertThat(creating(auth).send(sandbox)).contains("\"username\":\"ann\"");
    }
}
