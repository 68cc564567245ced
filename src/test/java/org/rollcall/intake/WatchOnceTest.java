package org.rollcall.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.operation.Home;
import org.rollcall.operation.StateLock;
import org.rollcall.sandbox.Sandbox;
import org.rollcall.sandbox.SandboxOptions;

/** What lies in the inbox, and one look at it. */
@DisplayName("watch --once")
class WatchOnceTest {

    @TempDir
    private Path home;

    private Installation installation;
    private DropFolder folder;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(home);
        installation.settings(DropFolder.QUICK);
        folder = new DropFolder(installation);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private Ending watch(int exitCode) {
        Ending ending = installation.command("watch", "--once");
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(exitCode);
        assertThat(ending.out() + ending.err()).doesNotContain("Exception", "\tat ");
        return ending;
    }

    private boolean isThere(String username) {
        return installation.sandbox().state().usernames().contains(username);
    }

    @Test
    @DisplayName("ends at once where nothing was dropped, and makes the folders")
    void nothing() {
        Ending ending = watch(0);
        assertThat(ending.out()).isEmpty();
        assertThat(folder.inbox()).isEmptyDirectory();
        assertThat(folder.archive()).isEmptyDirectory();
    }

    @Test
    @DisplayName("works on rosters by name and archives each with its reports, closed to others")
    void archives() throws IOException {
        folder.drop("week-10.csv", "p10");
        folder.drop("week-2.csv", "p02");
        folder.dropText(
                "physics/all.csv", DropFolder.HEADER + DropFolder.row("p03") + "NO SPACES,A,B,a@example.org,x,\n");
        Ending ending = watch(1);

        assertThat(folder.lying()).isEmpty();
        assertThat(ending.out())
                .containsSubsequence("physics/all.csv: run ", "week-2.csv: run ", "week-10.csv: run ")
                .contains("1 of 2 rows done; 1 came back", "1 of 1 rows done")
                .contains(folder.placeOf("week-2.csv").toString());
        String run = folder.runOf("all.csv");
        Path place = folder.placeOf("all.csv");
        assertThat(place)
                .isEqualTo(folder.archive().resolve(run.substring(0, 10)).resolve(run));
        assertThat(place.resolve("reports/rejects.csv"))
                .hasSameTextualContentAs(installation.report(run, "rejects.csv"));
        assertThat(place.resolve("reports/summary.json")).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve("all.csv"))))
                .isEqualTo("rw-------");
        assertThat(folder.archive().resolve("in-work")).isEmptyDirectory();
        assertThat(isThere("p02") && isThere("p03") && isThere("p10")).isTrue();
    }

    @Test
    @DisplayName("puts aside what is no roster with a note in words, and goes on with the others")
    void unreadable() throws IOException {
        folder.drop("a.csv", "p01");
        folder.dropText("arts/b.csv", "this is,no roster\nat all,really\n");
        Files.write(folder.inbox().resolve("b.csv"), new byte[] {'P', 'K', 3, 4, 0, 1, 2});
        folder.drop("c.csv", "p02");
        Ending ending = watch(2);

        assertThat(isThere("p01") && isThere("p02")).isTrue();
        assertThat(folder.archived())
                .filteredOn(file -> file.contains("/unreadable/"))
                .extracting(file -> file.replaceAll(".*/", ""))
                .containsExactlyInAnyOrder("b.csv", "b.csv.txt", "b (2).csv", "b (2).csv.txt");
        assertThat(Files.readString(folder.archived("b.csv.txt")) + Files.readString(folder.archived("b (2).csv.txt")))
                .contains(
                        "arts/b.csv could not be read, and nothing was done with it.",
                        "Mend the file and drop it again.")
                .doesNotContain("Exception");
        assertThat(ending.out()).contains("arts/b.csv: ", "/unreadable/b");
        folder.assertNothingInWork();
    }

    @Test
    @DisplayName(
            "leaves alone what is no roster by its name, empty, open, a link, or too deep, and says so of what people may wonder about")
    void leavesAlone() throws Exception {
        folder.dropText("~$a.xlsx", "x");
        folder.dropText("a.csv.part", "x");
        folder.dropText(".hidden.csv", "x");
        folder.dropText("empty.csv", "");
        folder.drop("in-excel.csv", "p01");
        folder.dropText("~$in-excel.csv", "x");
        folder.drop("arts/deep/c.csv", "p02");
        Path elsewhere = Files.writeString(home.resolve("secret.csv"), DropFolder.HEADER + DropFolder.row("p03"));
        Files.createSymbolicLink(folder.inbox().resolve("link.csv"), elsewhere);
        Files.createSymbolicLink(folder.inbox().resolve("linked"), Files.createDirectory(home.resolve("other")));
        Path locked = folder.drop("locked.csv", "p04");
        List<String> before = folder.lying();
        Ending ending;
        try (FileChannel channel = FileChannel.open(locked, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            ending = watch(0);
        }
        assertThat(folder.lying()).isEqualTo(before);
        assertThat(folder.archived()).isEmpty();
        assertThat(installation.sandbox().calls()).isEmpty();
        assertThat(ending.out().lines().map(line -> line.substring(21)))
                .containsExactlyInAnyOrder(
                        "inbox/empty.csv is empty; it stays in the inbox.",
                        "inbox/in-excel.csv is open in another program, or may not be read by the account that Rollcall runs as; it stays in the inbox.",
                        "inbox/locked.csv is open in another program, or may not be read by the account that Rollcall runs as; it stays in the inbox.",
                        "inbox/arts/deep lies too deep: files are taken from the inbox and the folders right below it.",
                        "inbox/link.csv is a link, which is not followed; drop the file itself.",
                        "inbox/linked is a link, which is not followed; drop the file itself.");

        Ending later = watch(0);
        assertThat(later.out()).contains("locked.csv: run");
    }

    @Test
    @DisplayName("compares a file anew that is dropped again, and says that it is unchanged")
    void again() throws IOException {
        folder.drop("a.csv", "p01");
        watch(0);
        String first = folder.runOf("a.csv");
        folder.drop("b.csv", "p01");
        Ending ending = watch(0);
        String second = folder.runOf("b.csv");
        assertThat(second).isNotEqualTo(first);
        assertThat(ending.out()).contains("1 of 1 rows done; unchanged since run " + first);
        assertThat(installation.summary(first).at("/sameFileAs").isNull()).isTrue();
        assertThat(installation.summary(second).at("/sameFileAs").asString()).isEqualTo(first);

        Ending byHand =
                installation.command("provision", folder.archived("b.csv").toString());
        assertThat(byHand.out()).contains("unchanged since run " + second + "; compared with the site anew");
    }

    @Test
    @DisplayName("takes a mended rejects.csv, which does not stand in the way of the new reports")
    void rejects() throws IOException {
        folder.dropText("a.csv", DropFolder.HEADER + "NO SPACES,A,B,a@example.org,Passw0rd-1,STAFF-2026\n");
        watch(1);
        String mended = Files.readString(installation.report(folder.runOf("a.csv"), "rejects.csv"))
                .replace("NO SPACES", "mended");
        folder.dropText("rejects.csv", mended);
        watch(0);
        assertThat(isThere("mended")).isTrue();
        String first = folder.runOf("a.csv");
        String second = first.replace("-0001", "-0002");
        Path place = folder.archive().resolve(first.substring(0, 10)).resolve(second);
        assertThat(place.resolve("rejects.csv")).hasContent(mended);
        assertThat(place.resolve("reports/rejects.csv"))
                .hasSameTextualContentAs(installation.report(second, "rejects.csv"));
    }

    @Test
    @DisplayName("works under the settings of each folder, on its site and with its token")
    void folders() throws Exception {
        try (Sandbox other = Sandbox.start(SandboxOptions.inMemory())) {
            Files.writeString(home.resolve("config/arts-token"), other.token());
            folder.settingsOf("arts", "site: {url: '%s', token-file: config/arts-token}".formatted(other.url()));
            folder.settingsOf("physics", "intake: {mode: plan}");
            folder.drop("a.csv", "p01");
            folder.drop("arts/b.csv", "p02");
            folder.drop("physics/c.csv", "p03");
            Ending ending = watch(0);
            assertThat(installation.sandbox().state().usernames())
                    .contains("p01")
                    .doesNotContain("p02", "p03");
            assertThat(other.state().usernames()).contains("p02").doesNotContain("p01", "p03");

            String plan = folder.runOf("c.csv");
            assertThat(ending.out()).contains("physics/c.csv: run " + plan + ": planned, 2 changes");
            assertThat(folder.archived("c.csv.txt"))
                    .content()
                    .contains("physics/c.csv was planned", "./run.sh apply " + plan + " --inbox \"physics\"");
            Ending applied = installation.command("apply", plan, "--inbox", "physics");
            assertThat(applied.exitCode()).as(applied.toString()).isZero();
            assertThat(isThere("p03")).isTrue();

            Ending undone = installation.command("undo", folder.runOf("b.csv"), "--apply");
            assertThat(undone.exitCode()).as("of another site").isEqualTo(2);
            Ending there = installation.command("undo", folder.runOf("b.csv"), "--apply", "--inbox", "arts");
            assertThat(there.exitCode()).as(there.toString()).isZero();
        }
    }

    @Test
    @DisplayName("lets the files of a folder lie whose settings are at fault, says why, and goes on with the others")
    void faultySettings() throws IOException {
        folder.settingsOf("arts", "bach-size: 5");
        folder.settingsOf("history", "site: {url: 'https://history.example.edu'}");
        folder.settingsOf("music", "schedule: nightly");
        Files.writeString(home.resolve("config/inbox/maths.yml"), "rollcall:\n  site: [\n");
        for (String name : List.of("arts", "history", "music", "maths")) {
            folder.drop(name + "/a.csv", "p01");
        }
        Files.createDirectories(folder.inbox().resolve("a,b"));
        folder.drop("z.csv", "p02");
        Ending ending = watch(2);
        assertThat(isThere("p02")).isTrue();
        assertThat(isThere("p01")).isFalse();
        assertThat(folder.lying()).containsExactly("arts/a.csv", "history/a.csv", "maths/a.csv", "music/a.csv");
        assertThat(ending.out())
                .contains(
                        "inbox/arts waits: There is no setting rollcall.bach-size (line 2 of config/inbox/arts.yml)",
                        "inbox/music waits: The setting rollcall.schedule cannot be \"nightly\": write minute",
                        "inbox/maths waits: config/inbox/maths.yml cannot be read: ",
                        "inbox/a,b waits: The folder inbox/a,b cannot be worked with: its name may have",
                        "history/a.csv: config/inbox/history.yml names a site of its own, https://history.example.edu, and the token"
                                + " of another site is never sent there; set the environment variable ROLLCALL_MOODLE_TOKEN_HISTORY");
    }

    @Test
    @DisplayName("keeps what was taken while a site is unavailable, goes on with other sites, and takes it up first")
    void unavailable() throws Exception {
        Sandbox down = Sandbox.start(SandboxOptions.inMemory());
        Files.writeString(home.resolve("config/arts-token"), down.token());
        folder.settingsOf("arts", "site: {url: '%s', token-file: config/arts-token}".formatted(down.url()));
        down.close();
        folder.drop("arts/a.csv", "p01");
        folder.drop("arts/b.csv", "p02");
        folder.drop("c.csv", "p03");
        Ending ending = watch(3);
        assertThat(isThere("p03")).isTrue();
        assertThat(folder.lying()).as("not even begun: it would fare no better").containsExactly("arts/b.csv");
        assertThat(ending.out())
                .contains("arts/a.csv: ", "It waits, and is tried again.")
                .doesNotContain("arts/b.csv");

        folder.settingsOf("arts", "batch-size: 5");
        Ending later = watch(0);
        assertThat(later.out()).containsSubsequence("arts/a.csv: run", "arts/b.csv: run");
        folder.assertNothingInWork();
    }

    @Test
    @DisplayName("archives a held plan with a note that tells how to approve of it")
    void held() throws IOException {
        folder.settingsOf("staff", """
                snapshot:
                  enabled: true
                  cohorts: {STAFF-2026: remove-from-cohort}
                """);
        folder.dropText("staff/empty.csv", DropFolder.HEADER);
        Ending ending = watch(5);
        String run = folder.runOf("empty.csv");
        assertThat(ending.out()).contains("staff/empty.csv: run " + run + ": held, nothing was written to the site: ");
        assertThat(folder.archived("empty.csv.txt"))
                .content()
                .contains(
                        "staff/empty.csv is held", "./run.sh apply " + run + " --inbox \"staff\" --approve \"REASON\"");
        Ending approved = installation.command("apply", run, "--inbox", "staff", "--approve", "All have left.");
        assertThat(approved.exitCode()).as(approved.toString()).isZero();
    }

    @Test
    @DisplayName("completes the move of a roster whose run has ended, and does not run it again")
    void killedBeforeTheMove() throws IOException {
        folder.drop("a.csv", "p01");
        watch(0);
        String run = folder.runOf("a.csv");
        Path archived = folder.archived("a.csv");
        Path place = Files.createDirectories(folder.archive().resolve("in-work/2026-11-21T120000.000-1"));
        Files.writeString(
                place.resolveSibling(place.getFileName() + ".json"),
                "{\"folder\":\"\",\"file\":\"a.csv\",\"taken\":\"2026-11-21T12:00:00Z\",\"run\":\"%s\"}"
                        .formatted(run));
        Files.move(archived, place.resolve("a.csv"), StandardCopyOption.ATOMIC_MOVE);
        int calls = installation.sandbox().calls().size();

        Ending ending = watch(0);
        assertThat(ending.out()).contains("a.csv: run " + run + ": 1 of 1 rows done");
        assertThat(installation.sandbox().calls()).hasSize(calls);
        assertThat(archived).exists();
        folder.assertNothingInWork();
    }

    @Test
    @DisplayName("takes first a file whose run was interrupted by hand, whatever its name")
    void interruptedByHand() throws IOException {
        folder.drop("a.csv", "p01");
        Path interrupted = folder.drop("z.csv", "p02");
        Files.writeString(home.resolve("reports"), "in the way");
        Ending broken = installation.command("provision", interrupted.toString());
        assertThat(broken.exitCode()).isEqualTo(2);
        Files.delete(home.resolve("reports"));
        Ending ending = watch(0);
        assertThat(ending.out()).containsSubsequence("z.csv: run " + broken.run(), "a.csv: run ");
    }

    @Test
    @DisplayName("is refused while another watch is under way")
    void anotherWatch() throws IOException {
        try (StateLock lock = StateLock.takeWatch(new Home(home)).orElseThrow()) {
            assertThat(lock).isNotNull();
            Ending ending = watch(4);
            assertThat(ending.err().lines()).containsExactly("Another watch is under way in this folder.");
        }
    }

    @Test
    @DisplayName("is refused where inbox and archive lie on two file systems")
    void twoFileSystems() throws IOException {
        Path shm = Path.of("/dev/shm");
        assumeThat(Files.isDirectory(shm) && !Files.getFileStore(shm).equals(Files.getFileStore(home)))
                .as("there is a second file system")
                .isTrue();
        Path elsewhere = Files.createTempDirectory(shm, "rollcall");
        try {
            Files.createSymbolicLink(folder.archive(), elsewhere);
            folder.drop("a.csv", "p01");
            Ending ending = watch(2);
            assertThat(ending.err())
                    .contains(
                            "lies on another file system than the archive, and a file can be moved whole only within one");
            assertThat(folder.lying()).containsExactly("a.csv");
        } finally {
            Files.delete(elsewhere);
        }
    }

    @Test
    @DisplayName("says which folder it does not know")
    void unknownFolder() {
        Ending ending = installation.command("plan", "--inbox", "nowhere", "x.csv");
        assertThat(ending.exitCode()).isEqualTo(2);
    }
}
