package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.moodle.CallLog;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.MoodleSite;
import org.rollcall.moodle.NewUser;
import org.rollcall.sandbox.SandboxState;

/** Somebody else creates an account between the moment when a run looks for it and the moment when it creates it. */
@DisplayName("A new account that somebody else forestalls")
class ForestalledTest {

    private static final int PEOPLE = 50;

    @TempDir
    private Path home;

    private Installation installation;
    private SiteFront front;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(home);
        front = SiteFront.of(installation.sandbox().url());
        installation.settings(front.url(), "");
    }

    @AfterEach
    void tearDown() {
        front.close();
        installation.close();
    }

    private Ending provisionWhileSomebodyCreates(String username, String email) throws IOException {
        front.beforeFirst(SiteCalls.CREATE_USERS, () -> create(username, email));
        Path roster = installation.roster("roster.csv", People.roster(PEOPLE, "course1", "ENG101"));
        return installation.command("provision", roster.toString(), "--concurrency", "1");
    }

    private void create(String username, String email) {
        MoodleSite site = MoodleSite.of(
                installation.sandbox().url(), installation.sandbox().token());
        NewUser rival =
                new NewUser(username, "Rita", "Rival", email, "Passw0rd-1", false, Map.of(), Map.of(), Map.of());
        assertThat(new MoodleClient(site, MoodleClient.httpClient(site), new CallLog())
                        .users()
                        .create(List.of(rival))
                        .isDone())
                .isTrue();
    }

    private CsvFile rejectsOf(Ending ending) throws IOException {
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        assertThat(SiteContent.participants(installation.sandbox().state(), "ENG101"))
                .hasSize(PEOPLE - 1)
                .doesNotContain("p17");
        return CsvFile.open(installation.report(ending.run(), "rejects.csv"));
    }

    @Test
    @DisplayName("by its email is a reject that names whose it is now, and the others are created")
    void email() throws IOException {
        CsvFile rejects = rejectsOf(provisionWhileSomebodyCreates("rita", "P17@example.org"));
        assertThat(rejects.column("username")).containsExactly("p17");
        assertThat(rejects.cell(0, "reject_codes")).isEqualTo("email.taken");
        assertThat(rejects.cell(0, "reject_reasons"))
                .isEqualTo("The email address p17@example.org already belongs to the account rita (Rita Rival).");
    }

    @Test
    @DisplayName("by its username, for another person, is a reject that says so")
    void username() throws IOException {
        CsvFile rejects = rejectsOf(provisionWhileSomebodyCreates("p17", "rita@example.org"));
        assertThat(rejects.column("username")).containsExactly("p17");
        assertThat(rejects.cell(0, "reject_codes")).isEqualTo("username.taken");
        assertThat(rejects.cell(0, "reject_reasons")).contains("was given to Rita Rival");
    }

    @Test
    @DisplayName("for the very same person counts as existing, and gets its memberships")
    void samePerson() throws IOException {
        Ending ending = provisionWhileSomebodyCreates("p17", "p17@example.org");
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(ending.out()).contains("Users           49 created, 1 existing\n");
        SandboxState site = installation.sandbox().state();
        assertThat(SiteContent.participants(site, "ENG101")).hasSize(PEOPLE).contains("p17");
        assertThat(site.userField("p17", "firstname")).isEqualTo("Rita");
    }
}
