package org.rollcall.provision.staging;

import java.util.List;
import org.rollcall.ledger.Memberships;
import org.rollcall.ledger.PreparedRow;
import org.rollcall.ledger.Problems;
import org.rollcall.ledger.StagedRows;
import org.rollcall.ledger.StagedWishes;
import org.rollcall.roster.RowParser;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes rows into the ledger, with what is wrong with them and what they ask for. A faulty row's wishes are kept too, so
 * that an unknown course of it is told along with its other faults.
 */
@Component
@StepScope
class StageRoster implements ItemWriter<PreparedRow> {

    private final long run;
    private final StagedRows rows;
    private final Memberships memberships;
    private final Problems problems;
    private final StagedWishes wishes;

    StageRoster(
            @Value("#{jobParameters['run']}") long run, StagedRows rows, Memberships memberships, Problems problems) {
        this.run = run;
        this.rows = rows;
        this.memberships = memberships;
        this.problems = problems;
        this.wishes = memberships.wishes(run);
    }

    @Override
    public void write(Chunk<? extends PreparedRow> chunk) {
        List<PreparedRow> staged = List.copyOf(chunk.getItems());
        rows.stage(run, staged);
        memberships.stage(
                run,
                staged.stream()
                        .filter(StageRoster::hasReadableWishes)
                        .map(PreparedRow::row)
                        .toList(),
                wishes);
        problems.add(
                run, staged.stream().flatMap(row -> row.problems().stream()).toList());
    }

    /** In a ragged row a cell may stand in another one's column, and a name that is too long is nobody's. */
    private static boolean hasReadableWishes(PreparedRow row) {
        return row.problems().stream()
                .noneMatch(problem -> problem.code().equals(RowParser.RAGGED) || isOfTooLongName(problem.code()));
    }

    private static boolean isOfTooLongName(String code) {
        return (code.startsWith("cohort") || code.startsWith("course") || code.startsWith("role"))
                && code.endsWith(".too-long");
    }
}
