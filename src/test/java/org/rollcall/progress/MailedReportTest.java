package org.rollcall.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.PostOffice;
import org.rollcall.installation.PostOffice.Letter;

@DisplayName("A report of progress")
class MailedReportTest {

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void setUp() throws IOException {
        installation = ProgressSite.in(home);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    @Test
    @DisplayName("is mailed as a workbook, with the figures as text")
    void isMailed() throws Exception {
        try (PostOffice post = PostOffice.open()) {
            installation.settings("""
                    mail:
                      host: localhost
                      port: %d
                      security: none
                      from: rollcall@example.org
                      to: [partner@example.org]
                    """.formatted(post.port()));
            Ending ending = installation.command("progress", "--cohort", ProgressSite.COHORT, "--mail");
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(post.letters()).extracting(Letter::recipient).containsExactly("partner@example.org");
            Letter letter = post.letters().get(0);
            assertThat(letter.subject()).contains(ending.run(), "who got how far", ProgressSite.COHORT);
            assertThat(letter.text()).contains("ENG101: ", " under way, ", "progress.xlsx");
            assertThat(letter.saveAttachment(home)).hasFileName("progress.xlsx").isNotEmptyFile();
        }
    }

    @Test
    @DisplayName("that is to be mailed to nobody is not begun")
    void nobody() {
        Ending ending = installation.command("progress", "--cohort", ProgressSite.COHORT, "--mail");
        assertThat(ending.exitCode()).isEqualTo(2);
        assertThat(ending.err())
                .contains("--mail needs somebody to mail to; name them as rollcall.mail.to in config/application.yml.");
        assertThat(installation.sandbox().calls()).isEmpty();
    }
}
