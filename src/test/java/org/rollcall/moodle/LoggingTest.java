package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggingTest {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.rollcall.moodle");
    private final Logger retries = (Logger) LoggerFactory.getLogger("org.springframework.core.retry");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
        ours.setLevel(Level.DEBUG);
        retries.setLevel(Level.TRACE);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        ours.setLevel(null);
        retries.setLevel(null);
    }

    @Test
    void tellsFunctionItemsAndOutcomeButNoSecretAndNobodysName() {
        try (StubSite site = new StubSite()) {
            site.replying(
                    StubSite.json("[{\"id\":7,\"username\":\"abe\",\"fullname\":\"Abe Ode\"}]"),
                    StubSite.json("{\"exception\":\"x\",\"errorcode\":\"y\",\"message\":\"no abe\"}"),
                    StubSite.dropped());
            NewUser user = NewUser.of("abe", "Abe", "Ode", "abe@example.org").withPassword("Passw0rd#1");

            site.client().users().create(List.of(user));
            site.client().users().create(List.of(user));
            site.client().users().byField(AccountField.USERNAME, List.of("abe"));
        }

        List<String> lines =
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertThat(lines)
                .anyMatch(line -> line.startsWith("core_user_create_users, 1 items: Done in"))
                .anyMatch(line -> line.startsWith("core_user_create_users, 1 items: Refused in"))
                .anyMatch(line -> line.startsWith("core_user_get_users_by_field, 1 items: Ambiguous in"));
        assertThat(lines)
                .noneMatch(line -> line.contains(StubSite.TOKEN)
                        || line.contains("Passw0rd")
                        || line.contains("abe")
                        || line.contains("Abe"));
    }
}
