package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.slf4j.Logger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The log")
class LogTest {

    private static final List<String> DEBUGGING = List.of("-Dlogging.level.org.rollcall=debug");

    @TempDir
    private Path home;

    private List<JsonNode> lines() throws IOException {
        return Files.readAllLines(home.resolve("var/log/rollcall.log")).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    @Nested
    @DisplayName("in JSON")
    class InJson {

        @Test
        void isAnObjectALineFromTheFirstToTheLastAndHoldsNoSecret() throws Exception {
            try (Installation installation = Installation.in(home)) {
                installation.settings("log-format: json\n");
                Path roster = installation.roster(
                        "roster.csv",
                        List.of(
                                "username,firstname,lastname,email,password",
                                "abe,Abe,Ode,abe@example.org,Passw0rd#1"));
                assertThat(installation
                                .commandInChild(DEBUGGING, "provision", "no-such.csv")
                                .exitCode())
                        .isEqualTo(2);
                Ending ending = installation.commandInChild(DEBUGGING, "provision", roster.toString());
                assertThat(ending.exitCode()).as(ending.toString()).isZero();
                String text = Files.readString(home.resolve("var/log/rollcall.log"));
                assertThat(text).doesNotContain(installation.sandbox().token(), "Passw0rd#1", "abe@example.org");
            }
            assertThat(lines())
                    .allSatisfy(line ->
                            assertThat(line.at("/@timestamp").asString()).isNotEmpty())
                    .anySatisfy(line -> {
                        assertThat(line.at("/log/level").asString()).isEqualTo("ERROR");
                        assertThat(line.at("/message").asString()).isEqualTo("Ended with exit code 2");
                        assertThat(line.at("/error/message").asString()).isEqualTo("There is no file no-such.csv.");
                    })
                    .anySatisfy(line -> assertThat(line.at("/message").asString())
                            .startsWith("core_user_create_users, 1 items: Done in"));
        }

        @Test
        void isAskedForByASettingThatIsChecked() throws Exception {
            try (Installation installation = Installation.in(home)) {
                installation.settings("log-format: xml\n");
                Ending ending = installation.command(
                        "provision",
                        installation
                                .roster("roster.csv", List.of("username,firstname,lastname,email"))
                                .toString());
                assertThat(ending.exitCode()).isEqualTo(2);
                assertThat(ending.err())
                        .startsWith(
                                "The setting rollcall.log-format cannot be \"xml\" (line 7 of config/application.yml).");
            }
        }
    }

    @Nested
    @DisplayName("is rolled")
    class Rolled {

        private final LoggerContext context = new LoggerContext();

        private Logger logger(Path file) throws Exception {
            context.setMDCAdapter(new LogbackMDCAdapter());
            context.putProperty("rollcall.log", file.toString());
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
            return context.getLogger("test");
        }

        private List<String> files() throws IOException {
            try (Stream<Path> files = Files.list(home)) {
                return files.map(file -> file.getFileName().toString()).sorted().toList();
            }
        }

        @Test
        void whenADayIsOver() throws Exception {
            Path file = Files.writeString(home.resolve("rollcall.log"), "yesterday's line\n");
            Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
            Files.setLastModifiedTime(file, FileTime.from(yesterday));
            logger(file).info("today's line");
            context.stop();
            assertThat(files()).hasSize(2).first().isEqualTo("rollcall.log");
            assertThat(files().get(1)).matches("rollcall\\.log\\.\\d{4}-\\d\\d-\\d\\d\\.0\\.gz");
            assertThat(Files.readString(file)).contains("today's line").doesNotContain("yesterday's line");
        }

        @Test
        void whenItIsLarge() throws Exception {
            Path file = home.resolve("rollcall.log");
            Logger logger = logger(file);
            String line = "x".repeat(10_000);
            for (int i = 0; i < 1_500; i++) {
                logger.info(line);
            }
            context.stop();
            assertThat(files()).hasSize(2).first().isEqualTo("rollcall.log");
            assertThat(Files.size(file)).isBetween(4_000_000L, 6_000_000L);
        }
    }
}
