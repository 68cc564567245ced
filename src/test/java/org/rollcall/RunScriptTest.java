package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.RunScript.Ended;

@DisplayName("run.sh")
class RunScriptTest {

    private static final String BUILDING = "Building Rollcall; the first time this takes a minute or two ...";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private RunScript script;

    @BeforeEach
    void install() throws IOException {
        script = RunScript.in(folder);
    }

    private static void assertRefused(Ended ended, String sentence) {
        assertThat(ended.err()).containsExactly(sentence);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    /** The arguments that the program got, behind its jar. */
    private static List<String> arguments(Ended ended) {
        List<String> lines = ended.out();
        int jar = lines.indexOf("[-jar]");
        assertThat(jar).as("the line of -jar in " + ended).isPositive();
        return lines.subList(jar + 2, lines.size());
    }

    @Test
    void mayBeExecuted() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of("run.sh"))))
                .matches("rwx..x..x");
    }

    @Nested
    @DisplayName("without what it needs")
    class Requirements {

        @Test
        void saysThatThereIsNoJava() throws Exception {
            script.without("java");
            assertRefused(
                    script.run("--help"),
                    "Rollcall needs a JDK 17 or newer; there is no Java here (neither JAVA_HOME nor the PATH leads to"
                            + " one).");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.8.0", "1.8.0_412", "11.0.2", "16"})
        void saysWhichJavaIsTooOldToBuild(String version) throws Exception {
            script.withJava(version);
            assertRefused(
                    script.run("--help"),
                    "Rollcall needs a JDK 17 or newer; openjdk version \"" + version + "\" 2025-04-15 was found.");
            assertThat(script.builds()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.8.0", "11.0.2"})
        void saysWhichJavaIsTooOldToRunWhatWasBuiltBefore(String version) throws Exception {
            script.run("--help");
            script.withJava(version);
            assertRefused(
                    script.run("--help"),
                    "Rollcall needs a JDK 17 or newer; openjdk version \"" + version + "\" 2025-04-15 was found.");
        }

        @ParameterizedTest
        @CsvSource({"1.8.0_412, false", "11.0.2, false", "17.0.15, true", "25, true"})
        void believesWhatTheFolderOfTheJavaStates(String version, boolean good) throws Exception {
            Path jdk = folder.resolve("jdk");
            script.withJavaHome(jdk, "7-of-the-command-itself");
            Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
            assertThat(script.run("--help").exitCode()).isEqualTo(good ? 0 : 2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"17", "17.0.15", "21.0.7", "25-ea"})
        void takesEveryNewerJava(String version) throws Exception {
            script.withJava(version);
            assertThat(script.run("--help").exitCode()).isZero();
        }

        @Test
        void saysThatARuntimeAloneCannotBuild() throws Exception {
            script.without("javac");
            assertRefused(
                    script.run("--help"),
                    "Building Rollcall needs a JDK 17 or newer; what was found runs Java programs but cannot build"
                            + " them.");
        }

        @Test
        void saysThatThereIsNoMaven() throws Exception {
            script.without("mvn");
            assertRefused(
                    script.run("--help"), "Building Rollcall needs Maven 3.8 or newer; there is no mvn on the PATH.");
        }

        @ParameterizedTest
        @CsvSource({"3.6.3, false", "3.0, false", "2.2.1, false", "3.8.1, true", "3.10.0, true", "4.0.0-rc-3, true"})
        void takesMavenFromVersionThreeEightOn(String version, boolean good) throws Exception {
            script.withMaven(version);
            Ended ended = script.run("--help");
            if (good) {
                assertThat(ended.exitCode()).isZero();
            } else {
                assertRefused(ended, "Building Rollcall needs Maven 3.8 or newer; Maven " + version + " was found.");
            }
        }

        @Test
        void needsNeitherMavenNorCompilerOnceItIsBuilt() throws Exception {
            script.run("--help");
            script.without("mvn");
            script.without("javac");
            assertThat(script.run("--help").exitCode()).isZero();
        }

        @Test
        void usesTheJavaThatJavaHomeLeadsTo() throws Exception {
            script.withJavaHome(folder.resolve("my jdk"), "21.0.1");
            script.withJava("11.0.2");
            assertThat(script.run("--help").out()).first().asString().startsWith("java 21.0.1");
        }

        @Test
        void reportsTheVersionAndNotWhatElseJavaSays() throws Exception {
            script.program("java", """
                    echo 'Picked up JAVA_TOOL_OPTIONS: -Dx=y' >&2
                    echo 'openjdk version "11.0.2" 2019-01-15' >&2""");
            assertRefused(
                    script.run("--help"),
                    "Rollcall needs a JDK 17 or newer; openjdk version \"11.0.2\" 2019-01-15 was found.");
        }
    }

    @Nested
    @DisplayName("when it builds")
    class Building {

        @Test
        void saysSoInOneLineAndKeepsTheOutputAway() throws Exception {
            Ended ended = script.run("--help");
            assertThat(ended.err()).containsExactly(BUILDING);
            assertThat(ended.out()).doesNotContain("output of the build");
            assertThat(ended.exitCode()).isZero();
            assertThat(script.builds()).hasSize(1);
        }

        @Test
        void doesSoOnlyOnceWhileNoSourceIsNewer() throws Exception {
            script.run("--help");
            Ended again = script.run("--help");
            assertThat(again.err()).isEmpty();
            assertThat(script.builds()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"pom.xml", "src/main/java/A.java", "src/main/resources/new.yml"})
        void doesSoAgainWhenASourceIsNewer(String source) throws Exception {
            script.run("--help");
            script.ageTheBuild();
            Path changed = script.installation.resolve(source);
            Files.createDirectories(changed.getParent());
            Files.writeString(changed, "changed");
            assertThat(script.run("--help").err()).containsExactly(BUILDING);
            assertThat(script.run("--help").err()).isEmpty();
            assertThat(script.builds()).hasSize(2);
        }

        @Test
        void showsTheEndOfTheOutputWhereItFails() throws Exception {
            script.maven("3.9.9", "exit 1");
            Ended ended = script.run("--help");
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err())
                    .containsExactly(
                            BUILDING,
                            "output of the build",
                            "Rollcall could not be built; the whole output is in "
                                    + script.installation.toRealPath().resolve("target/build.log") + ".");
        }

        @Test
        void doesNotTakeAHalfMadeJarForABuiltOne() throws Exception {
            script.maven("3.9.9", "printf x >target/rollcall.jar; exit 1");
            script.run("--help");
            script.withMaven("3.9.9");
            assertThat(script.run("--help").err()).containsExactly(BUILDING);
            assertThat(script.builds()).hasSize(2);
        }

        @Test
        void runsEveryTestWhenAskedTo() throws Exception {
            Ended ended =
                    script.runAs(folder, script.installation.resolve("run.sh").toString(), "test", "-Dtest=A b");
            assertThat(ended.exitCode()).isZero();
            assertThat(script.builds()).containsExactly("mvn -B -ntp verify -Dtest=A b");
        }
    }

    @Nested
    @DisplayName("when it starts the program")
    class Starting {

        @Test
        void passesArgumentsUnchanged() throws Exception {
            Files.writeString(script.installation.resolve("x.csv"), "");
            String[] arguments = {"provision", "my roster.csv", "*", "", "--name=a  b", "$HOME", "it's", "\"q\"", "-"};
            assertThat(arguments(script.run(arguments)))
                    .containsExactly(
                            "[provision]",
                            "[my roster.csv]",
                            "[*]",
                            "[]",
                            "[--name=a  b]",
                            "[$HOME]",
                            "[it's]",
                            "[\"q\"]",
                            "[-]");
        }

        @Test
        void passesNothingWhereThereIsNothing() throws Exception {
            assertThat(arguments(script.run())).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "1", "3", "4", "70"})
        void endsAsTheProgramEnds(String code) throws Exception {
            script.with("ENDS_WITH", code);
            assertThat(script.run("provision").exitCode()).isEqualTo(Integer.parseInt(code));
        }

        @Test
        void givesJavaFurtherOptions() throws Exception {
            script.with("ROLLCALL_JAVA_OPTS", "-Xmx256m -Da=b");
            assertThat(script.run("--help").out()).containsSubsequence("[-Xmx256m]", "[-Da=b]", "[-jar]", "[--help]");
        }
    }

    @Nested
    @DisplayName("wherever it is called from")
    class Places {

        private void assertHomeIs(Path home, Ended ended) throws IOException {
            assertThat(ended.exitCode()).as(ended.toString()).isZero();
            assertThat(ended.out()).first().isEqualTo("java 17.0.15 home=" + home);
        }

        private Path here() throws IOException {
            return script.installation.toRealPath();
        }

        @Test
        void hasItsHomeWhereItLies() throws Exception {
            Path elsewhere = Files.createDirectory(folder.resolve("else where"));
            assertHomeIs(
                    here(),
                    script.runAs(
                            elsewhere, script.installation.resolve("run.sh").toString()));
            assertHomeIs(here(), script.runAs(script.installation, "run.sh"));
            assertHomeIs(here(), script.runAs(script.installation, "./run.sh"));
            assertHomeIs(here(), script.runAs(elsewhere, "../roll call/run.sh"));
        }

        @Test
        void findsItsWayThroughLinks() throws Exception {
            Path bin = Files.createDirectory(folder.resolve("my bin"));
            Files.createSymbolicLink(bin.resolve("absolute"), script.installation.resolve("run.sh"));
            Files.createSymbolicLink(bin.resolve("relative"), Path.of("../roll call/run.sh"));
            Files.createSymbolicLink(bin.resolve("link to a link"), Path.of("relative"));
            Files.createSymbolicLink(folder.resolve("linked folder"), script.installation);
            assertHomeIs(here(), script.runAs(folder, "my bin/absolute"));
            assertHomeIs(here(), script.runAs(folder, "my bin/relative"));
            assertHomeIs(here(), script.runAs(bin, "./link to a link"));
            assertHomeIs(here(), script.runAs(folder, "linked folder/run.sh"));
        }

        @Test
        void isNotLedAstrayByTheShellsSearchPathForFolders() throws Exception {
            Files.createDirectories(folder.resolve("decoy/roll call"));
            script.with("CDPATH", folder.resolve("decoy") + ":" + folder);
            assertHomeIs(here(), script.runAs(folder, "roll call/run.sh"));
        }

        @Test
        void keepsAHomeThatIsNamed() throws Exception {
            script.with("ROLLCALL_HOME", "/srv/roll call");
            assertHomeIs(Path.of("/srv/roll call"), script.run());
        }

        @Test
        void takesAnEmptyHomeForNone() throws Exception {
            script.with("ROLLCALL_HOME", "");
            assertHomeIs(here(), script.run());
        }

        @Test
        void startsInTheFolderOfTheCaller() throws Exception {
            script.program("java", """
                    [ "$1" = -version ] && echo 'openjdk version "17"' >&2 && exit 0
                    printf "in %s\\n" "$PWD"
                    """);
            Path elsewhere = Files.createDirectory(folder.resolve("else where")).toRealPath();
            assertThat(script.runAs(
                                    elsewhere,
                                    script.installation.resolve("run.sh").toString())
                            .out())
                    .containsExactly("in " + elsewhere);
        }
    }
}
