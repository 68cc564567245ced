package org.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.report.RunSummary.Rows;
import org.rollcall.report.RunSummary.Snapshot;
import org.rollcall.report.RunSummary.State;

@DisplayName("The headline of a run")
class HeadlineTest {

    private static RunSummary run(State state, Rows rows, @Nullable Snapshot snapshot) {
        Instant now = Instant.parse("2026-11-21T08:00:00Z");
        return new RunSummary(
                "2026-11-21-0001",
                "people.csv",
                "ab",
                null,
                "sandbox",
                "provision",
                now,
                now,
                state,
                null,
                1.0,
                rows,
                new RunSummary.Users(0, 0, 0, 0, 0, 0, 0),
                new RunSummary.Cohorts(0, 0, 0, 0),
                new RunSummary.Enrolments(0, 0, 0, 0),
                new RunSummary.Groups(0, 0, 0, 0),
                new RunSummary.Calls(0, Map.of()),
                List.of(),
                null,
                snapshot);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DONE        | 420   | 0   | 0   | 0   | All 420 rows done
            DONE        | 42000 | 0   | 0   | 0   | All 42,000 rows done
            DONE        | 420   | 8   | 0   | 0   | 412 of 420 rows done; 8 came back
            DONE        | 420   | 420 | 0   | 0   | 0 of 420 rows done; 420 came back
            DONE        | 420   | 0   | 420 | 0   | All 420 rows done; nothing had changed
            DONE        | 1     | 0   | 0   | 0   | The one row is done
            DONE        | 1     | 1   | 0   | 0   | 0 of 1 row done; 1 came back
            DONE        | 0     | 0   | 0   | 0   | The roster has no rows
            PLANNED     | 420   | 8   | 0   | 412 | 420 rows read; 412 would be done, 8 would come back
            PLANNED     | 420   | 0   | 20  | 400 | 420 rows read; all would be done
            PLANNED     | 420   | 0   | 420 | 0   | 420 rows read; no row asks for anything new
            PLANNED     | 0     | 0   | 0   | 0   | The roster has no rows
            HELD        | 0     | 0   | 0   | 0   | Held, and nothing was written: the roster has no rows
            HELD        | 420   | 8   | 0   | 412 | Held, and nothing was written: 420 rows read; 412 would be done, 8 would come back
            INTERRUPTED | 420   | 0   | 0   | 300 | Interrupted: 120 of 420 rows done; 300 not yet
            INTERRUPTED | 420   | 8   | 0   | 300 | Interrupted: 112 of 420 rows done, 8 come back; 300 not yet
            """)
    @DisplayName("says how it ended, and what became of the rows")
    void says(State state, long read, long rejected, long unchanged, long open, String words) {
        Rows rows = new Rows(read, read - rejected - open, rejected, 0, unchanged, open);

        assertThat(Headline.of(run(state, rows, null))).isEqualTo(words);
    }

    @Test
    @DisplayName("tells of leavers who are still there")
    void tellsOfLeavers() {
        Snapshot snapshot = new Snapshot(5, 0, 0, 1, List.of(), null);

        assertThat(Headline.of(run(State.DONE, new Rows(9, 9, 0, 0, 9, 0), snapshot)))
                .isEqualTo("All 9 rows done; 1 leaver could not be taken out");
    }
}
