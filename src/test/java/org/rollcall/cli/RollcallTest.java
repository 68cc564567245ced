package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import picocli.CommandLine;

@DisplayName("The command line")
class RollcallTest {

    @TempDir
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private Installation installation;

    @BeforeEach
    void install() throws Exception {
        installation = Installation.in(home);
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @Nested
    @DisplayName("asked for help")
    class Help {

        @Test
        void namesEveryCommand() {
            Ending ending = installation.command("--help");
            assertThat(ending.exitCode()).isZero();
            assertThat(ending.err()).isEmpty();
            assertThat(ending.out()).contains("provision", "sample", "run.sh COMMAND --help", "--debug");
        }

        @Test
        void explainsACommand() {
            Ending ending = installation.command("provision", "--help");
            assertThat(ending.exitCode()).isZero();
            assertThat(ending.err()).isEmpty();
            assertThat(ending.out())
                    .contains(
                            "run.sh provision",
                            "ROSTER",
                            "--concurrency=N",
                            "--batch-size=N",
                            "--charset=NAME",
                            "--delimiter=SIGN",
                            "--sheet=NAME",
                            "rejects.csv",
                            "--debug");
            assertThat(installation.command("help", "provision").out()).isEqualTo(ending.out());
        }

        @ParameterizedTest
        @EnumSource(ExitCode.class)
        void explainsEveryExitCode(ExitCode code) {
            CommandLine all = Rollcall.commandLine();
            CommandLine provision = all.getSubcommands().get("provision");
            assertThat(Stream.of(all, provision))
                    .allSatisfy(command -> assertThat(
                                    command.getCommandSpec().usageMessage().exitCodeList())
                            .containsKey(Integer.toString(code.number())));
        }

        @Test
        void tellsTheVersion() {
            Ending ending = installation.command("--version");
            assertThat(ending.exitCode()).isZero();
            assertThat(ending.out()).startsWith("Rollcall ");
        }

        @Test
        void doesNotWaitForSpring() throws Exception {
            Path loaded = home.resolve("classes.log");
            Ending ending = installation.commandInChild(List.of("-Xlog:class+load:file=" + loaded), "--help");
            assertThat(ending.exitCode()).isZero();
            assertThat(Files.readAllLines(loaded))
                    .anyMatch(line -> line.contains(" org.rollcall.cli.Rollcall "))
                    .filteredOn(line -> line.matches(".* org\\.springframework\\.(boot|context|beans)\\..*"))
                    .isEmpty();
        }
    }

    static Stream<Arguments> wrongUses() {
        return Stream.of(
                Arguments.of(List.of(), "A command is missing."),
                Arguments.of(List.of("provisoin", "x.csv"), "Unmatched arguments"),
                Arguments.of(List.of("provision"), "Missing required parameter: 'ROSTER'"),
                Arguments.of(List.of("provision", "x.csv", "y.csv"), "Unmatched argument at index 2: 'y.csv'"),
                Arguments.of(List.of("provision", "--quick", "x.csv"), "Unknown option: '--quick'"),
                Arguments.of(List.of("provision", "--concurrency", "two", "x.csv"), "'two' is not an int"),
                Arguments.of(List.of("provision", "no-such.csv"), "There is no file no-such.csv."),
                Arguments.of(List.of("provision", "src"), "src is a folder, not a roster file."),
                Arguments.of(List.of("sample"), "Missing required option: '--out=FILE'"),
                Arguments.of(List.of("sample", "--rows", "0", "--out", "x.csv"), "--rows has to be 1 or more."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongUses")
    void usedWronglyEndsWithTwoAndSaysWhy(List<String> arguments, String sentence) {
        Ending ending = installation.command(arguments.toArray(String[]::new));
        assertThat(ending.exitCode()).isEqualTo(2);
        assertThat(ending.err()).contains(sentence).doesNotContain("\tat ", "Exception");
        assertThat(ending.out()).isEmpty();
        assertThat(home.resolve("var/state")).doesNotExist();
    }

    @Test
    void speaksEnglishWhateverTheLanguageOfTheMachine() throws Exception {
        installation.settings("batch-size: 0");
        Path roster = installation.roster("roster.csv", List.of("username,firstname,lastname,email", "a,b,c,d@e.fr"));
        Ending ending = installation.commandInChild(
                List.of("-Duser.language=de", "-Duser.country=DE"), "provision", roster.toString());
        assertThat(ending.exitCode()).isEqualTo(2);
        assertThat(ending.err().strip())
                .isEqualTo("The setting rollcall.batch-size must be greater than or equal to 1.");
        Ending sample = installation.commandInChild(
                List.of("-Duser.language=de", "-Duser.country=DE"),
                "sample",
                "--rows=1200",
                "--out=" + home.resolve("sample.csv"));
        assertThat(sample.out()).startsWith("Wrote 1,200 rows to ");
    }

    @Test
    void endsInNumbersThatSchedulesMayRelyOn() {
        assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::number)).containsExactly(0, 1, 2, 3, 4, 5, 70);
    }
}
