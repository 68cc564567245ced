package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.ledger.Ledger.error;
import static org.rollcall.ledger.Ledger.warning;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;

@DisplayName("Problems")
class ProblemsTest extends LedgerTest {

    @Test
    void areGivenInTheOrderOfTheFileAndWithinARowAsTheyWereFound() {
        Run run = ledger.run("01");
        ledger.problems().add(run.id(), List.of(error(9, "b"), warning(3, "z"), error(3, "a"), error(9, "a")));
        List<Problem> problems = new ArrayList<>();
        ledger.problems().forEach(run.id(), problems::add);
        assertThat(problems).containsExactly(warning(3, "z"), error(3, "a"), error(9, "b"), error(9, "a"));
    }

    @Test
    void areCountedErrorsFirstAndTheMostFrequentFirst() {
        Run run = ledger.run("01");
        ledger.problems().add(run.id(), List.of(warning(2, "w"), warning(3, "w"), warning(4, "w")));
        ledger.problems().add(run.id(), List.of(error(2, "rare"), error(3, "often"), error(4, "often")));
        assertThat(ledger.problems().counts(run.id()))
                .containsExactly(
                        new ProblemCount("often", Severity.ERROR, 2),
                        new ProblemCount("rare", Severity.ERROR, 1),
                        new ProblemCount("w", Severity.WARNING, 3));
    }

    @Test
    void mayHoldCellsAndSentencesOfAnyLength() {
        Run run = ledger.run("01");
        Problem long1 = new Problem(2, "c".repeat(1000), "v".repeat(100_000), "c", "m".repeat(100_000), Severity.ERROR);
        ledger.problems().add(run.id(), List.of(long1));
        assertThat(ledger.problems().ofRow(run.id(), 2)).containsExactly(long1);
    }
}
