package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rollcall.ledger.RunHistory.PastRun;

@DisplayName("The history of runs")
class RunHistoryTest extends LedgerTest {

    private Run run(String roster, String site, String summary) {
        Run run = ledger.runs()
                .resumeOrBegin(new NewRun(
                        roster,
                        Ledger.SHA256,
                        Ledger.MAPPING,
                        site,
                        "provision",
                        Ledger.HEADER,
                        Ledger.FILE,
                        List.of()));
        ledger.runs().complete(run.id());
        if (!summary.isEmpty()) {
            ledger.history().keep(run.id(), summary);
        }
        return run;
    }

    @Test
    void isOfRostersOfTheSameNameForTheSameSiteTheOldestFirst() {
        Run first = run("people.csv", "sandbox", "{\"run\":1}");
        run("staff.csv", "sandbox", "{\"run\":2}");
        run("people.csv", "https://moodle.example.edu", "{\"run\":3}");
        Run second = run("people.csv", "sandbox", "{\"run\":4}");
        Instant began = Instant.parse("2026-11-21T08:00:00Z");
        assertThat(ledger.history().upTo(second, 20))
                .containsExactly(
                        new PastRun(first.name(), began, RunState.DONE, "{\"run\":1}"),
                        new PastRun(second.name(), began, RunState.DONE, "{\"run\":4}"));
        assertThat(ledger.history().upTo(first, 20)).extracting(PastRun::name).containsExactly(first.name());
    }

    @Test
    void isOfTheLastOnesOnlyWhereThereAreMany() {
        run("people.csv", "sandbox", "{}");
        Run second = run("people.csv", "sandbox", "{}");
        Run third = run("people.csv", "sandbox", "{}");
        assertThat(ledger.history().upTo(third, 2))
                .extracting(PastRun::name)
                .containsExactly(second.name(), third.name());
    }

    @Test
    void hasNothingOfARunWithoutASummary() {
        Run run = run("people.csv", "sandbox", "");
        assertThat(ledger.history().upTo(run, 20)).isEmpty();
    }
}
