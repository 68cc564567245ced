package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A seed")
class SeedTest {

    /** Lines 1 to 5 of a seed that a test goes on from. */
    private static final String SMALL = """
            site: {name: Small, shortname: small}
            tokens: [{value: aaa, user: ann}]
            functions: [core_webservice_get_site_info, core_user_create_users]
            users:
              - {username: ann, firstname: Ann, lastname: A, email: ann@example.com, capabilities: ['webservice/rest:use', 'moodle/user:create']}
            """;

    private static Sandbox start(String yaml) {
        return Sandbox.start(SandboxOptions.inMemory().withSeed(yaml));
    }

    @Nested
    @DisplayName("sets")
    class Settings {

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '|', textBlock = """
                maintenance: page         | 200 | sitemaintenance
                maintenance: command-line | 503 | under maintenance
                rest: false               | 403 | ''
                service: false            | 200 | accessexception
                policy-agreed: false      | 200 | sitepolicynotagreed
                debug: 15                 | 200 | debuginfo
                post-max-size: 10         | 200 | invalidtoken
                max-input-vars: 4         | 200 | Invalid parameter value
                """)
        void theSite(String setting, int status, String answer) throws Exception {
            String yaml = SMALL.replace("shortname: small", "shortname: small, " + setting);
            try (Sandbox sandbox = start(yaml)) {
                SandboxForm form = SandboxForm.creating(List.of("ben", "ann"));
                WireRequest.WireAnswer told = form.answer(sandbox);
                assertThat(told.status()).isEqualTo(status);
                assertThat(told.body()).contains(answer);
            }
        }

        @Test
        void thePasswordPolicyAndWhetherAnEmailMayBeSharedWithTheirDefaults() {
            SandboxForm weak = SandboxForm.creating(List.of("ben"))
                    .with("users[0][auth]", "manual")
                    .with("users[0][password]", "x");
            SandboxForm shared = SandboxForm.creating(List.of("ben")).with("users[0][email]", "ann@example.com");
            try (Sandbox strict = start(SMALL)) {
                assertThat(weak.send(strict)).contains("Passwords must");
                assertThat(shared.send(strict)).contains("invalidparameter");
            }
            String settings = "shortname: small, password-policy: false, same-email-allowed: true";
            try (Sandbox lax = start(SMALL.replace("shortname: small", settings))) {
                assertThat(weak.send(lax)).contains("\"username\":\"ben\"");
                assertThat(shared.with("users[0][username]", "bob").send(lax)).contains("\"username\":\"bob\"");
            }
        }
    }

    @Nested
    @DisplayName("with every key that there is, samples/northgate-site.yml,")
    class Sample {
        private final Sandbox sandbox =
                Sandbox.start(SandboxOptions.inMemory().withSeed(Path.of("samples/northgate-site.yml")));

        @AfterEach
        void stop() {
            sandbox.close();
        }

        @Test
        void makesASite() {
            SandboxState site = sandbox.state();
            assertThat(site.usernames()).contains("rollcall", "reader", "alice", "susan", "uma");
            assertThat(site.userField("alice", "profile_field_campus")).isEqualTo("North");
            assertThat(site.userField("alice", "country")).isEqualTo("NO");
            assertThat(site.cohortMembers("STUDENTS-2026")).containsExactly("alice", "susan");
            assertThat(site.enrolments("ENG101"))
                    .extracting(SandboxEnrolment::username)
                    .containsExactly("alice");
            assertThat(sandbox.tokens())
                    .extracting(SandboxToken::refusal)
                    .containsExactly("", "", "expired", "from 10.20.30.40 only", "not authorised");
            assertThat(SandboxForm.creating(List.of("ben")).send(sandbox)).contains("\"username\":\"ben\"");
        }

        /** Seed by seed, as records hold them, so that a new key cannot stay unexplained. */
        static Stream<Class<?>> parts() {
            return Stream.concat(
                    Stream.of(Seed.class, SiteSeed.class, FaultSeed.class, ProgressSeed.class),
                    Stream.of(Seed.class, ProgressSeed.class)
                            .flatMap(seed -> Arrays.stream(seed.getDeclaredClasses()))
                            .filter(Class::isRecord));
        }

        @ParameterizedTest
        @MethodSource("parts")
        void explainsEveryKey(Class<?> part) throws Exception {
            String sample = Files.readString(Path.of("samples/northgate-site.yml"));
            List<String> keys =
                    Arrays.stream(part.getRecordComponents()).map(SeedGaps::key).toList();
            assertThat(keys)
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(sample).containsPattern("(?m)(^|[{ ])" + key + ":"));
        }
    }

    @Nested
    @DisplayName("that is wrong is refused with its line and the reason:")
    class Refused {

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '|', textBlock = """
                colour: red                                             | , line 6: there is no key colour; the keys there are
                courses: [{shortname: A, fullname: B, size: 3}]         | , line 6: there is no key courses.size; the keys there are
                courses: [{shortname: A}]                               | , line 6: courses.fullname is missing.
                courses: red                                            | , line 6: courses is not written as it has to be.
                courses: [{shortname: A, fullname: B, hidden: perhaps}] | , line 6: courses.hidden cannot be "perhaps".
                courses: [{shortname: A, fullname: B, manual: maybe}]   | , line 6: courses.manual cannot be maybe; there are disabled, enabled, none.
                courses: [{shortname: A, fullname: B, category: C}]     | , line 6: courses.category cannot be C; the seed has no such thing.
                courses: [{shortname: small, fullname: B}]              | , line 6: small is there already, and courses takes it once.
                cohorts: [{idnumber: C, name: C, members: [bob]}]       | , line 6: cohorts.members cannot be bob; there are admin, ann, guest.
                cohorts: [{idnumber: C, name: C, category: X}]          | , line 6: cohorts.category cannot be X; the seed has no such thing.
                enrolments: [{course: A, user: ann, role: student}]     | , line 6: enrolments.course cannot be A; the seed has no such thing.
                groups: [{course: A, name: G}]                          | , line 6: groups.course cannot be A; the seed has no such thing.
                progress: {grades: [{user: ann}]}                       | , line 6: progress.grades.activity is missing.
                progress: {grades: [{user: ann, activity: Q, grade: 1}]} | , line 6: progress.grades.activity cannot be Q; the seed has no such thing.
                progress: {accesses: [{user: bob}]}                     | , line 6: progress.accesses.user cannot be bob; there are admin, ann, guest.
                profile-fields: [{shortname: a, name: A, type: date}]   | , line 6: profile-fields.type cannot be date; there are checkbox, menu, text.
                faults: [{fault: sleep}]                                | , line 6: The fault sleep cannot be: it has to be one of delay
                site: {name: A, shortname: a}                           | , line 6: it cannot be read as YAML: found duplicate key site.
                languages: [en                                          | , line 7: it cannot be read as YAML:
                """)
        void anyPart(String line, String complaint) {
            assertThatThrownBy(() -> start(SMALL + line + "\n"))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageStartingWith("The sandbox's seed" + complaint);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '|', textBlock = """
                username: ann, firstname: A, lastname: A, email: a@b.c                          | ann is there already, and users takes it once.
                username: admin, firstname: A, lastname: A, email: a@b.c                        | admin is there already, and users takes it once.
                username: bob, firstname: A, lastname: A                                        | users.email is missing.
                username: bob, firstname: A, lastname: A, email: a@b.c, assigns: [tutor]        | users.assigns cannot be tutor; there are
                username: bob, firstname: A, lastname: A, email: a@b.c, fields: {size: '3'}     | users.fields cannot be size; there are address
                username: bob, firstname: A, lastname: A, email: a@b.c, fields: {country: NO}   | users.fields.country cannot be "false". YAML takes yes, no, on and off for flags
                username: bob, firstname: A, lastname: A, email: a@b.c, profile: {size: '3'}    | users.profile cannot be size; the seed has no
                username: bob, firstname: A, lastname: A, email: a@b.c, capabilities: [create]  | "create" is no capability such as moodle/user:create.
                """)
        void aUser(String user, String complaint) {
            assertThatThrownBy(() -> start(SMALL + "  - {" + user + "}\n"))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageStartingWith("The sandbox's seed, line 6: " + complaint);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '|', textBlock = """
                courses: []                                                        | site is missing.
                ''                                                                 | site is missing.
                'site: {name: A, shortname: a, colour: red}'                       | there is no key site.colour
                'site: {name: A, shortname: a, maintenance: on}'                   | site.maintenance cannot be "true". YAML takes
                'site: {name: A, shortname: a, maintenance: soon}'                 | site.maintenance cannot be soon; there are command-line, none, page.
                'site: {name: A, shortname: a, max-input-vars: 0}'                 | site.max-input-vars has to be 1 or more.
                'site: {name: A, shortname: a}'                                    | there is no token that can be used.
                '{site: {name: A, shortname: a}, tokens: [{user: ann}]}'           | tokens.user cannot be ann
                'just words'                                                       | it is not written as it has to be.
                """)
        void aWhole(String yaml, String complaint) {
            assertThatThrownBy(() -> start(yaml))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageStartingWith("The sandbox's seed: " + complaint);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '|', textBlock = """
                activities: [{course: B, module: quiz, name: Q, idnumber: Q}]                    | activities.course cannot be B; there are A.
                activities: [{course: A, module: quiz, name: Q, idnumber: Q, completion: some}]  | activities.completion cannot be some; there are automatic, manual, none.
                activities: [{course: A, module: quiz, name: Q, idnumber: Q, rules: [pass]}]     | activities.rules cannot be pass; there are grade, view.
                completions: [{user: ann, activity: X}]                                          | completions.activity cannot be X; the seed has no
                completions: [{user: bob, activity: X}]                                          | completions.user cannot be bob; there are admin, ann, guest.
                grades: [{user: ann, activity: X, grade: 1}]                                     | grades.activity cannot be X; the seed has no
                accesses: [{user: ann, course: B, time: 1}]                                      | accesses.course cannot be B; there are A.
                """)
        void progress(String line, String complaint) {
            assertThatThrownBy(
                            () -> start(SMALL + "courses: [{shortname: A, fullname: A}]\nprogress:\n  " + line + "\n"))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageStartingWith("The sandbox's seed, line 8: progress." + complaint);
        }

        @Test
        void aTokenOfACohortThatIsNotThere() {
            assertThatThrownBy(() -> start(SMALL.replace("user: ann}", "user: ann, cohorts: [X]}")))
                    .hasMessage("The sandbox's seed, line 2: tokens.cohorts cannot be X; the seed has no such thing.");
        }

        @Test
        void anEnrolmentWhereNobodyCanBeEnrolled() {
            assertThatThrownBy(() -> start(SMALL + """
                            courses:
                              - {shortname: A, fullname: A, manual: disabled}
                            enrolments:
                              - {course: A, user: ann, role: student}
                            """))
                    .hasMessage("The sandbox's seed, line 9: nobody can be enrolled in A, whose manual enrolment is not"
                            + " enabled.");
        }

        @Test
        void inAFileThatItNames(@TempDir Path folder) throws Exception {
            Path file = Files.writeString(folder.resolve("seed.yml"), "site: {name: A}\ntokens: []\n");
            assertThatThrownBy(() -> SandboxOptions.inMemory().withSeed(file))
                    .isInstanceOf(SandboxException.class)
                    .hasMessage(file + ", line 1: site.shortname is missing.");
        }
    }
}
