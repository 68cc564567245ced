package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SettingsException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

@DisplayName("What is said when the program cannot start")
class StartFailuresTest {

    @TempDir
    private Path config;

    @EnableConfigurationProperties(RollcallSettings.class)
    static class Settings {}

    /** Reads settings as the program does, and gives what is said of them. */
    private RuntimeException explained(String yaml, String... arguments) throws IOException {
        Files.writeString(config.resolve("application.yml"), yaml);
        try (ConfigurableApplicationContext started = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("spring.config.additional-location=optional:file:" + config + "/")
                .run(arguments)) {
            throw new AssertionError("It started: " + started.getBean(RollcallSettings.class));
        } catch (RuntimeException failure) {
            return StartFailures.explain(failure);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            batch-size: many                  | The setting rollcall.batch-size cannot be "many" (line 2 of config/application.yml).
            batch-size: 0                     | The setting rollcall.batch-size must be greater than or equal to 1.
            create-missing-cohorts: perhaps   | The setting rollcall.create-missing-cohorts cannot be "perhaps" (line 2 of config/application.yml).
            bach-size: 10                     | There is no setting rollcall.bach-size (line 2 of config/application.yml); config/application.yml, as it came, lists those there are.
            site: {max-input-vars: 5}         | The setting rollcall.site.max-input-vars must be greater than or equal to 100.
            site: {time-zone: Mars/Olympus}   | The setting rollcall.site.time-zone cannot be "Mars/Olympus" (line 2 of config/application.yml).
            accounts: {mode: upsert}          | The setting rollcall.accounts.mode cannot be "upsert" (line 2 of config/application.yml).
            accounts: {match-by: [phone1]}    | The setting rollcall.accounts.match-by[0] cannot be "phone1" (line 2 of config/application.yml).
            accounts: {match-by: []}          | The setting rollcall.accounts.match-by must name at least one of idnumber, username and email.
            accounts: {match-by: [email, email]} | The setting rollcall.accounts.match-by must name each field once only.
            site: {settle-delay: soon}        | The setting rollcall.site.settle-delay cannot be "soon" (line 2 of config/application.yml).
            site: {roles: {tutor: twelve}}    | The setting rollcall.site.roles.tutor cannot be "twelve" (line 2 of config/application.yml).
            roster: {charset: utf-9}          | The setting rollcall.roster.charset is wrong: "utf-9" is no character set that is known here; write one such as UTF-8 or windows-1252.
            roster: {repeated-people: join}   | The setting rollcall.roster.repeated-people cannot be "join" (line 2 of config/application.yml).
            roster: {delimiter: "^"}          | The setting rollcall.roster.delimiter is wrong: "^" is no delimiter: it has to be one of comma, semicolon, tab, pipe and colon, or the sign itself.
            roster: {date-formats: DD.MM.YYYY} | The setting rollcall.roster.date-formats is wrong: "DD.MM.YYYY" does not tell a whole date: write dd for the day, MM for the month and yyyy for the year, such as dd/MM/yyyy, and HH:mm for a time.
            site: {default-role: janitor}     | rollcall.site.default-role is "janitor", which is not among the roles coursecreator, editingteacher, manager, student, teacher.
            """)
    void namesTheSettingAndItsLine(String line, String sentence) throws IOException {
        assertThat(explained("rollcall:\n  " + line + "\n"))
                .isInstanceOf(SettingsException.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --rollcall.batch-size=many | The setting rollcall.batch-size cannot be "many" (given on the command line or in the environment).
            --rollcall.roster.charset=utf-9 | The setting rollcall.roster.charset is wrong: "utf-9" is no character set that is known here; write one such as UTF-8 or windows-1252.
            --rollcall.concurrency=0   | The setting rollcall.concurrency must be greater than or equal to 1.
            """)
    void saysWhereASettingComesFromThatIsNotInTheFile(String argument, String sentence) throws IOException {
        assertThat(explained("", argument))
                .isInstanceOf(SettingsException.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest(name = "{index}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `rollcall:\n  site: [`              | in line
            `rollcall:\n\tbatch-size: 5`        | in line 2.
            `rollcall:\n  a: b\n c: d`          | in line
            """)
    void namesTheLineWhereTheFileIsNoYaml(String yaml, String sentence) throws IOException {
        assertThat(explained(yaml.replace("\\n", "\n").replace("\\t", "\t")))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("config/application.yml cannot be read: ")
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("\n", "Exception");
    }

    @Test
    void isASentenceThatSomebodyBelowHasFoundAlready() {
        RuntimeException wrapped =
                new BeanCreationException("site", new SettingsException("There is no token; set one."));
        assertThat(StartFailures.explain(wrapped))
                .isInstanceOf(SettingsException.class)
                .hasMessage("There is no token; set one.")
                .hasCause(wrapped);
    }

    @Test
    void isNothingMoreWhereTheFaultIsTheProgramsOwn() {
        RuntimeException unknown = new BeanCreationException("x", new IllegalStateException("What?"));
        assertThat(StartFailures.explain(unknown)).isSameAs(unknown);
    }
}
