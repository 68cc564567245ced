package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

/** The site refuses a batch of new accounts whole, and says next to nothing of why. */
@DisplayName("A batch of fifty new accounts")
class RefusedBatchTest {

    private static final int PEOPLE = 50;
    private static final int FURTHER_CALLS = 12;

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(home);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    /** One call's worth of people, some of whom have a password that the site's policy refuses. */
    private Path rosterWithWeak(int people, Set<Integer> weak) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(People.COLUMNS);
        for (int i = 1; i <= people; i++) {
            lines.add(weak.contains(i) ? People.cells(i, "weak") : People.cells(i));
        }
        return installation.roster("roster.csv", lines);
    }

    private CsvFile provision(Path roster, SiteCalls calls, int mostFurtherCalls) throws IOException {
        Ending ending = installation.command("provision", roster.toString(), "--concurrency", "1");
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        assertThat(calls.count(SiteCalls.CREATE_USERS) - 1).isLessThanOrEqualTo(mostFurtherCalls);
        return CsvFile.open(installation.report(ending.run(), "rejects.csv"));
    }

    private void assertAllThereBut(int people, Set<Integer> refused) {
        List<String> expected = new ArrayList<>(People.names(people));
        refused.forEach(i -> expected.remove(People.name(i)));
        assertThat(installation.sandbox().state().usernames().stream().filter(name -> name.matches("p\\d+")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Nested
    @DisplayName("with one that the site refuses")
    class OneRefused {

        @ParameterizedTest(name = "at place {0}")
        @ValueSource(ints = {1, 26, 50})
        @DisplayName("is split in a dozen further calls at most, and the others are created")
        void othersAreCreated(int refused) throws IOException {
            CsvFile rejects = provision(
                    rosterWithWeak(PEOPLE, Set.of(refused)), new SiteCalls(installation.sandbox()), FURTHER_CALLS);
            assertThat(rejects.column("username")).containsExactly(People.name(refused));
            assertThat(rejects.column("reject_row")).containsExactly(String.valueOf(refused + 1));
            assertThat(rejects.cell(0, "password")).isEqualTo("weak");
            assertThat(rejects.cell(0, "reject_columns")).isEqualTo("password");
            assertThat(rejects.cell(0, "reject_codes")).isEqualTo("password.policy");
            assertThat(rejects.cell(0, "reject_reasons"))
                    .startsWith("The site does not take the password: Passwords must be at least 8 characters long.")
                    .doesNotContain("<div>");
            assertAllThereBut(PEOPLE, Set.of(refused));
        }

        @ParameterizedTest(name = "{0} {1}")
        @CsvSource({"auth, saml2", "lang, tlh", "theme, midnight"})
        @DisplayName("for a value that only the site knows names the column to look at")
        void namesTheColumn(String column, String value) throws IOException {
            List<String> lines = new ArrayList<>(People.roster(PEOPLE, column, ""));
            lines.set(20, People.cells(20) + "," + value);
            CsvFile rejects = provision(
                    installation.roster("roster.csv", lines), new SiteCalls(installation.sandbox()), FURTHER_CALLS);
            assertThat(rejects.column("username")).containsExactly("p20");
            assertThat(rejects.cell(0, "reject_codes")).isEqualTo("account.refused");
            assertThat(rejects.cell(0, "reject_reasons")).contains(column + " " + value);
            assertAllThereBut(PEOPLE, Set.of(20));
        }
    }

    @Test
    @DisplayName("with two that the site refuses finds both, the others are created")
    void twoRefused() throws IOException {
        CsvFile rejects = provision(
                rosterWithWeak(PEOPLE, Set.of(7, 41)), new SiteCalls(installation.sandbox()), 2 * FURTHER_CALLS);
        assertThat(rejects.column("username")).containsExactly("p07", "p41");
        assertAllThereBut(PEOPLE, Set.of(7, 41));
    }

    @Test
    @DisplayName("of nothing but refused ones costs less than two calls a person, and rejects them all")
    void allRefused() throws IOException {
        Set<Integer> everybody = new TreeSet<>();
        for (int i = 1; i <= 8; i++) {
            everybody.add(i);
        }
        CsvFile rejects = provision(rosterWithWeak(8, everybody), new SiteCalls(installation.sandbox()), 2 * 8 - 2);
        assertThat(rejects.column("reject_codes")).hasSize(8).containsOnly("password.policy");
        assertAllThereBut(8, everybody);
    }
}
