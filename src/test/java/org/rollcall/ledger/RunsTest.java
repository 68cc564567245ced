package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Runs")
class RunsTest extends LedgerTest {

    private Run begin(String sha256, String mapping, String site, String mode) {
        return ledger.runs()
                .resumeOrBegin(new NewRun(
                        "people.csv",
                        sha256,
                        mapping,
                        site,
                        mode,
                        List.of(" Username ", "email"),
                        Ledger.FILE,
                        List.of()));
    }

    private Run begin() {
        return begin(Ledger.SHA256, Ledger.MAPPING, "sandbox", "provision");
    }

    @Nested
    @DisplayName("of a roster that is dropped for the first time")
    class FirstTime {

        @Test
        void areKnownByTheDayAndANumber() {
            Run run = begin();
            assertThat(run.name()).isEqualTo("2026-11-21-0001");
            assertThat(run.key()).isEqualTo(new RunKey(Ledger.SHA256, Ledger.MAPPING, "sandbox", "provision", 1));
            assertThat(run.rosterName()).isEqualTo("people.csv");
            assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-11-21T08:00:00Z"));
            assertThat(run.resumed()).isFalse();
        }

        @Test
        void keepTheHeaderAsItCameAndWhatIsSaidOfIt() {
            Run run = ledger.runs()
                    .resumeOrBegin(new NewRun(
                            "people.csv",
                            Ledger.SHA256,
                            Ledger.MAPPING,
                            "sandbox",
                            "provision",
                            List.of(" Username ", "Größe", "a,\"b\""),
                            Ledger.FILE,
                            List.of(Ledger.warning(1, "column.unknown"))));
            assertThat(ledger.runs().header(run.id())).containsExactly(" Username ", "Größe", "a,\"b\"");
            assertThat(ledger.problems().ofRow(run.id(), 1)).containsExactly(Ledger.warning(1, "column.unknown"));
            assertThat(ledger.runs().file(run.id())).contains(Ledger.FILE);
        }
    }

    @Nested
    @DisplayName("of the same roster again")
    class Again {

        @Test
        void goOnWhileTheyAreUnfinished() {
            Run first = begin();
            ledger.clock.set("2026-11-22T08:00:00Z");
            Run second = begin();
            assertThat(second.resumed()).isTrue();
            assertThat(second)
                    .isEqualTo(new Run(
                            first.id(), first.name(), first.rosterName(), first.key(), first.startedAt(), true));
            assertThat(ledger.runs().find(first.id())).isEqualTo(second);
        }

        @Test
        void sayWhatIsWrongWithTheHeaderOnlyOnce() {
            for (int i = 0; i < 2; i++) {
                ledger.runs()
                        .resumeOrBegin(new NewRun(
                                "people.csv",
                                Ledger.SHA256,
                                Ledger.MAPPING,
                                "sandbox",
                                "provision",
                                Ledger.HEADER,
                                Ledger.FILE,
                                List.of(Ledger.warning(1, "column.unknown"))));
            }
            assertThat(ledger.problems().ofRow(begin().id(), 1)).hasSize(1);
        }

        @Test
        void beginAnewOnceTheyAreComplete() {
            Run first = begin();
            ledger.runs().complete(first.id());
            Run second = begin();
            ledger.runs().complete(second.id());
            Run third = begin();
            assertThat(List.of(first, second, third))
                    .extracting(run -> run.key().counter())
                    .containsExactly(1, 2, 3);
            assertThat(third.resumed()).isFalse();
            assertThat(third.name()).isEqualTo("2026-11-21-0003");
        }

        @Test
        void beginAnewBehindOneThatWasAbandonedAndLeavesNoRows() {
            Run first = begin();
            ledger.stage(first, Ledger.row(2, "ada"), Ledger.row(3, "grace"));
            ledger.problems().add(first.id(), List.of(Ledger.warning(2, "username.changed")));
            ledger.runs().abandon(first.id());

            Run second = begin();
            assertThat(second.resumed()).isFalse();
            // The counter is part of the job's identity: were it given again, the reader would go on behind these rows.
            assertThat(second.key().counter()).isEqualTo(2);
            for (String table : List.of("roster_row", "row_content", "membership", "problem")) {
                assertThat(ledger.jdbc().queryForObject("SELECT COUNT(*) FROM " + table, Long.class))
                        .as(table)
                        .isZero();
            }
        }
    }

    static Stream<Arguments> otherKeys() {
        String other = "ef".repeat(32);
        return Stream.of(
                Arguments.of("another file", other, Ledger.MAPPING, "sandbox", "provision"),
                Arguments.of("another mapping", Ledger.SHA256, other, "sandbox", "provision"),
                Arguments.of("another site", Ledger.SHA256, Ledger.MAPPING, "https://moodle.example.org", "provision"),
                Arguments.of("another mode", Ledger.SHA256, Ledger.MAPPING, "sandbox", "dry-run"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherKeys")
    void areOthersFor(String what, String sha256, String mapping, String site, String mode) {
        Run first = begin();
        Run other = begin(sha256, mapping, site, mode);
        assertThat(other.resumed()).as(what).isFalse();
        assertThat(other.id()).isNotEqualTo(first.id());
        assertThat(other.key().counter()).isEqualTo(1);
        assertThat(begin().id()).isEqualTo(first.id());
    }

    @Nested
    @DisplayName("by their names")
    class Names {

        @Test
        void areCountedWithinADay() {
            ledger.clock.set("2026-11-21T23:59:59Z");
            assertThat(ledger.run("01").name()).isEqualTo("2026-11-21-0001");
            assertThat(ledger.run("02").name()).isEqualTo("2026-11-21-0002");
            ledger.clock.set("2026-11-22T00:00:00Z");
            assertThat(ledger.run("03").name()).isEqualTo("2026-11-22-0001");
        }

        @Test
        void goOnAboveNineAndAboveNineThousandNineHundredNinetyNine() {
            List<String> names = IntStream.rangeClosed(10, 20)
                    .mapToObj(i -> ledger.run(Integer.toString(i)).name())
                    .toList();
            assertThat(names).last().isEqualTo("2026-11-21-0011");
            ledger.jdbc().update("UPDATE run SET name = '2026-11-21-9999' WHERE name = '2026-11-21-0011'");
            assertThat(ledger.run("21").name()).isEqualTo("2026-11-21-10000");
            assertThat(ledger.run("22").name()).isEqualTo("2026-11-21-10001");
        }

        @Test
        void areNotGivenTwiceWhereTheLastOneWasAbandoned() {
            Run first = ledger.run("01");
            ledger.runs().abandon(first.id());
            assertThat(ledger.run("02").name()).isEqualTo("2026-11-21-0002").isNotEqualTo(first.name());
        }
    }
}
