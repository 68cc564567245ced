package org.rollcall.provision;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.PostOffice;
import org.rollcall.installation.PostOffice.Letter;
import org.rollcall.moodle.Certificates;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.FaultRule;

@DisplayName("A mail about a run")
class MailTest {

    private static final String WORD = "Xyzzy";

    @TempDir
    private Path home;

    private Installation installation;
    private PostOffice post;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(home);
        post = PostOffice.open();
        mail("");
    }

    @AfterEach
    void tearDown() {
        post.close();
        installation.close();
    }

    /** Settings for that server, with more lines below {@code mail:}. */
    private void mail(String more) throws IOException {
        mail(post, "security: none\nto: [ana@example.org, office@example.org]\n" + more, "");
    }

    private void mail(PostOffice server, String lines, String others) throws IOException {
        installation.settings(others + "mail:\n"
                + ("from: rollcall@example.org\nhost: localhost\nport: " + server.port() + "\n" + lines).indent(2));
    }

    /** One row is done, one comes back whole and one in part. */
    private static List<List<String>> lines() {
        return Stream.of(
                        People.COLUMNS + ",cohort1,course1",
                        People.cells(1, WORD + "-good-1") + ",STUDENTS-2026,ENG101",
                        People.cells(2, WORD + "-whole-2").replace("@", " at ") + ",STUDENTS-2026,ENG101",
                        People.cells(3, WORD + "-part-3") + ",STUDENTS-2026,NOSUCH")
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    private Path faulty() throws IOException {
        return installation.roster(
                "roster.csv",
                lines().stream().map(line -> String.join(",", line)).toList());
    }

    private Path clean() throws IOException {
        return installation.roster(
                "clean.csv",
                lines().stream().limit(2).map(line -> String.join(",", line)).toList());
    }

    private Ending provision(Path roster, int exitCode) {
        Ending ending = installation.command("provision", roster.toString());
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(exitCode);
        return ending;
    }

    private Letter onlyLetter() {
        assertThat(post.letters())
                .extracting(Letter::recipient)
                .containsExactly("ana@example.org", "office@example.org");
        return post.letters().get(0);
    }

    private static String raw(Letter letter) throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        letter.message().writeTo(bytes);
        return bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Nested
    @DisplayName("of which rows came back")
    class WithRejects {

        @Test
        @DisplayName("says in words what it came to, what was wrong, where the reports lie and how to go on")
        void text() throws Exception {
            Ending run = provision(faulty(), 1);

            Letter letter = onlyLetter();
            assertThat(run.err()).isEmpty();
            assertThat(letter.subject())
                    .isEqualTo("Rollcall %s: 1 of 3 rows done; 2 came back (roster.csv)".formatted(run.run()));
            assertThat(letter.message().getFrom()[0]).hasToString("rollcall@example.org");
            assertThat(letter.message().getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(letter.text().replace("\r\n", "\n"))
                    .startsWith("1 of 3 rows done; 2 came back.\n")
                    .contains(
                            "Roster          roster.csv\n",
                            "Reports         " + home.resolve("reports/" + run.run()),
                            "Rows            3 read, 1 done, 2 rejected\n",
                            "1  email.invalid: Moodle does not take a value of this form.\n",
                            "1  course1.unknown: The site knows nothing of this name.\n",
                            "are attached, without their passwords",
                            "Mend the rows");
        }

        @ParameterizedTest
        @ValueSource(strings = {"roster.csv", "roster.xlsx"})
        @DisplayName("carries them as a file of the roster's kind, which has no password and can be dropped as it is")
        void attachment(String name) throws Exception {
            Path roster = name.endsWith("xlsx") ? XlsxFile.write(home.resolve(name), "People", lines()) : faulty();
            Ending run = provision(roster, 1);

            Path attachment = requireNonNull(onlyLetter().saveAttachment(home));
            assertThat(attachment).hasFileName(name.replace("roster", "rejects"));
            assertThat(raw(onlyLetter())).doesNotContain(WORD);
            Ending inspected = installation.command("inspect", attachment.toString());
            assertThat(inspected.out()).contains("2 read, ").doesNotContain(WORD);
            assertThat(Files.readString(installation.report(run.run(), "rejects.csv")))
                    .contains(WORD + "-whole-2");
            assertThat(home.resolve("var/mail").resolve(run.run())).doesNotExist();
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "attach-rejects: false | The rows that came back stand in ",
                    "attach-at-most: 100B  | they are too many to be attached (rollcall.mail.attach-at-most)"
                })
        @DisplayName("says where they lie if they are not attached")
        void notAttached(String setting, String sentence) throws Exception {
            mail(setting);
            Ending run = provision(faulty(), 1);
            assertThat(onlyLetter().saveAttachment(home)).isNull();
            assertThat(onlyLetter().text())
                    .contains(
                            sentence,
                            installation.report(run.run(), "rejects.csv").toString());
            assertThat(home.resolve("var/mail").resolve(run.run())).doesNotExist();
        }

        @Test
        @DisplayName("is one line in its subject, whatever the roster is called")
        void subject() throws Exception {
            Path roster = home.resolve("a\r\nBcc: eve@example.org\r\n\r\nb.csv");
            Files.copy(faulty(), roster);
            provision(roster, 1);
            assertThat(onlyLetter().subject()).contains("(a Bcc: eve@example.org b.csv)");
            assertThat(onlyLetter().message().getHeader("Bcc")).isNull();
        }
    }

    @Nested
    @DisplayName("is sent")
    class When {

        @ParameterizedTest(
                name = "{0}: {1} of rejects, {2} of a clean run, {3} of a plan, {4} of an undo, {5} of a failure")
        @CsvSource({"rejects, 2, 0, 0, 0, 2", "failure, 0, 0, 0, 0, 2", "always, 2, 2, 2, 4, 2"})
        @DisplayName("of the runs that the settings name")
        void asSet(String when, int rejects, int clean, int plan, int undo, int failure) throws Exception {
            mail("when: " + when);
            provision(faulty(), 1);
            assertThat(post.letters()).hasSize(rejects);
            post.letters().clear();

            Ending done = provision(clean(), 0);
            assertThat(post.letters()).hasSize(clean);
            post.letters().clear();

            installation.command("plan", faulty().toString());
            assertThat(post.letters()).hasSize(plan);
            post.letters().clear();

            assertThat(installation.command("undo", done.run()).exitCode()).isZero();
            assertThat(installation.command("undo", done.run(), "--apply").exitCode())
                    .isZero();
            assertThat(post.letters()).hasSize(undo);
            post.letters().clear();

            installation.sandbox().close();
            provision(clean(), 3);
            assertThat(post.letters()).hasSize(failure);
            assertThat(post.letters().get(0).subject()).isEqualTo("Rollcall: failed (clean.csv)");
            assertThat(post.letters().get(0).text()).contains("The same command goes on where this one ended.");
        }

        @Test
        @DisplayName("of a plan that is held, as somebody has to approve of it")
        void held() throws Exception {
            String snapshot = "snapshot:\n  cohorts:\n    STUDENTS-2026: remove-from-cohort\n";
            mail(post, "security: none\nto: ana@example.org\nwhen: failure\n", snapshot);
            provision(installation.roster("all.csv", People.roster(30, "cohort1", "STUDENTS-2026")), 0);
            Path few = installation.roster("all.csv", People.roster(3, "cohort1", "STUDENTS-2026"));

            Ending held = installation.command("provision", "--snapshot", few.toString());

            assertThat(held.exitCode()).as(held.toString()).isEqualTo(5);
            assertThat(post.letters()).hasSize(1);
            assertThat(post.letters().get(0).subject()).startsWith("Rollcall " + held.run() + ": Held, ");
            assertThat(post.letters().get(0).text())
                    .contains("27 of 30 people would leave", "run.sh apply " + held.run() + " --approve");
        }

        @Test
        @DisplayName("of a run that broke off, with its name and where its reports lie")
        void brokeOff() throws Exception {
            installation
                    .sandbox()
                    .faults()
                    .add(FaultRule.always(Fault.status(503)).of(SiteCalls.ENROL));
            Ending run = provision(clean(), 3);
            assertThat(onlyLetter().subject()).isEqualTo("Rollcall %s: failed (clean.csv)".formatted(run.run()));
            assertThat(onlyLetter().text())
                    .contains(
                            "The same command goes on",
                            home.resolve("reports/" + run.run()).toString());
        }

        @Test
        @DisplayName("of a file that is no roster, and not of a plan that does not exist")
        void noRoster() throws Exception {
            Path letter = installation.roster("letter.csv", List.of("Dear all,", "we are on holiday."));
            provision(letter, 2);
            assertThat(onlyLetter().subject()).isEqualTo("Rollcall: failed (letter.csv)");
            post.letters().clear();

            assertThat(installation.command("apply", "2026-01-01-0001").exitCode())
                    .isEqualTo(2);
            assertThat(post.letters()).isEmpty();
        }
    }

    @Nested
    @DisplayName("that cannot be sent changes nothing of the run, and the reason is told:")
    class NotSent {

        private void assertNotSent(String reason) throws IOException {
            Ending run = provision(faulty(), 1);
            assertThat(run.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("The mail about " + run.run() + " was not sent: ")
                    .contains(reason)
                    .endsWith(" The run is as it was.");
            assertThat(installation.report(run.run(), "rejects.csv")).exists();
            assertThat(Files.readString(home.resolve("var/log/rollcall.log"))).contains(reason);
        }

        @Test
        @DisplayName("the server is away")
        void away() throws IOException {
            post.close();
            assertNotSent("the mail server localhost:" + post.port() + " cannot be reached");
        }

        @Test
        @DisplayName("it refuses a recipient, and the others get it")
        void recipient() throws Exception {
            mail(post, "security: none\nto: [nobody@example.org, ana@example.org]\n", "");
            assertNotSent("refuses the address nobody@example.org");
            assertThat(post.letters()).extracting(Letter::recipient).containsExactly("ana@example.org");
        }

        @Test
        @DisplayName("it does not encrypt")
        void noEncryption() throws IOException {
            mail(post, "to: ana@example.org\n", "");
            assertNotSent("does not offer STARTTLS (rollcall.mail.security)");
        }
    }

    @Nested
    @DisplayName("goes over an encrypted way")
    class Encrypted {

        private Certificates certificates;

        @BeforeEach
        void keys() throws Exception {
            certificates = new Certificates(home).host("post", "localhost");
            Files.writeString(home.resolve("config/post.pem"), certificates.pem("post"));
            Files.writeString(home.resolve("config/mail-password"), PostOffice.PASSWORD + "\n");
        }

        private PostOffice server(String security) throws Exception {
            return security.equals("tls")
                    ? PostOffice.withTls(certificates.server("post"))
                    : PostOffice.withStartTls(certificates.server("post"));
        }

        private void settings(PostOffice server, String security, String more) throws IOException {
            mail(
                    server,
                    "to: ana@example.org\nsecurity: %s\nusername: %s\npassword-file: config/mail-password\n%s"
                            .formatted(security, PostOffice.ACCOUNT, more),
                    "");
        }

        @ParameterizedTest
        @ValueSource(strings = {"starttls", "tls"})
        @DisplayName("with the account that the server wants")
        void account(String security) throws Exception {
            try (PostOffice server = server(security)) {
                settings(server, security, "ca-file: config/post.pem");
                assertThat(provision(faulty(), 1).err()).isEmpty();
                assertThat(server.letters()).hasSize(1);
            }
        }

        @Test
        @DisplayName("and no other: a server that cannot be trusted, or does not take the password, gets nothing")
        void refused() throws Exception {
            try (PostOffice server = server("starttls")) {
                settings(server, "starttls", "");
                assertThat(provision(faulty(), 1).err()).contains("cannot be encrypted");

                settings(server, "starttls", "ca-file: config/post.pem");
                Files.writeString(home.resolve("config/mail-password"), "Wrong-1");
                Ending run = provision(faulty(), 1);
                assertThat(run.err())
                        .contains("does not accept rollcall.mail.username with its password")
                        .doesNotContain("Wrong-1");
                Files.delete(home.resolve("config/mail-password"));
                assertThat(provision(faulty(), 1).err()).contains("config/mail-password cannot be read");
                assertThat(server.letters()).isEmpty();
                assertThat(Files.readString(home.resolve("var/log/rollcall.log")))
                        .doesNotContain("Wrong-1", PostOffice.PASSWORD);
            }
        }
    }

    @Test
    @DisplayName("can be tried out")
    void trial() throws Exception {
        Ending tried = installation.command("check", "--mail");
        assertThat(tried.exitCode()).as(tried.toString()).isZero();
        assertThat(tried.out()).endsWith("A trial mail went to ana@example.org, office@example.org.\n");
        assertThat(onlyLetter().subject()).isEqualTo("Rollcall: a trial mail");

        post.close();
        Ending failed = installation.command("check", "--mail");
        assertThat(failed.exitCode()).as(failed.toString()).isEqualTo(2);
        assertThat(failed.out()).contains("The trial mail was not sent: the mail server localhost:" + post.port());

        installation.settings("");
        assertThat(installation.command("check", "--mail").out()).endsWith("rollcall.mail.to names nobody.\n");
        assertThat(installation.command("check").exitCode()).isZero();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "to: ana@example.org\\nfrom: a@example.org | rollcall.mail.to is set, and rollcall.mail.host, the mail server, is not.",
                "to: ana@example.org\\nhost: mail.example.org | rollcall.mail.to is set, and rollcall.mail.from, the sender's address, is not.",
                "to: ana | The setting rollcall.mail.to holds \"ana\", which is no email address.",
                "host: mail.example.org\\nusername: a\\nsecurity: none | would go to mail.example.org unprotected; set it to starttls or tls.",
                "password: Plugh-42 | There is no setting rollcall.mail.password"
            })
    @DisplayName("is never begun with settings that cannot be right")
    void settings(String lines, String sentence) throws IOException {
        installation.settings("mail:\n" + lines.replace("\\n", "\n").indent(2));
        Ending ending = provision(faulty(), 2);
        assertThat(ending.err()).contains(sentence).doesNotContain("Plugh");
    }
}
