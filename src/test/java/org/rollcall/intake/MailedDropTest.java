package org.rollcall.intake;

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

@DisplayName("What becomes of a dropped file is mailed")
class MailedDropTest {

    @TempDir
    private Path home;

    private Installation installation;
    private PostOffice post;
    private DropFolder folder;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(home);
        post = PostOffice.open();
        installation.settings(DropFolder.QUICK + """
                mail:
                  host: localhost
                  port: %d
                  security: none
                  from: rollcall@example.org
                  to: [office@example.org]
                """.formatted(post.port()));
        folder = new DropFolder(installation);
    }

    @AfterEach
    void tearDown() {
        post.close();
        installation.close();
    }

    private void watch(int exitCode) {
        Ending ending = installation.command("watch", "--once");
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(exitCode);
    }

    @Test
    @DisplayName("to the one whose folder it lay in, with the rejects")
    void toTheFolder() throws Exception {
        folder.settingsOf("arts", "mail: {to: [arts@example.org]}");
        folder.dropText("arts/a.csv", DropFolder.HEADER + DropFolder.row("p01") + "P 2,,,,,\n");
        folder.dropText("b.csv", DropFolder.HEADER + DropFolder.row("p03") + "P 4,,,,,\n");
        watch(1);
        assertThat(post.letters())
                .extracting(Letter::recipient)
                .containsExactlyInAnyOrder("arts@example.org", "office@example.org");
        Letter arts = post.letters().stream()
                .filter(letter -> letter.recipient().startsWith("arts"))
                .findFirst()
                .orElseThrow();
        assertThat(arts.subject()).contains("1 of 2 rows done; 1 came back", "a.csv");
        assertThat(arts.text())
                .contains(folder.runOf("a.csv"), folder.placeOf("a.csv").toString());
        assertThat(arts.saveAttachment(home)).isNotNull();
    }

    @Test
    @DisplayName("where it could not be read, with the reason")
    void unreadable() throws Exception {
        folder.dropText("notes.csv", "Dear registrar,\nplease find enclosed nothing.\n");
        watch(2);
        assertThat(post.letters()).hasSize(1);
        assertThat(post.letters().get(0).subject()).contains("failed", "notes.csv");
        assertThat(post.letters().get(0).text())
                .contains(folder.archived("notes.csv").toString());
    }

    @Test
    @DisplayName("not at all where every row is done, unless that is wanted")
    void clean() throws Exception {
        folder.drop("a.csv", "p01");
        watch(0);
        assertThat(post.letters()).isEmpty();
        folder.settingsOf("arts", "mail: {when: always}");
        folder.drop("arts/b.csv", "p02");
        watch(0);
        assertThat(post.letters()).extracting(Letter::recipient).containsExactly("office@example.org");
    }
}
