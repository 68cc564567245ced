package org.rollcall.provision;

import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.StagedRows;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds usernames and emails that stand in the roster more than once, over the whole file at once. */
@Component
@StepScope
class FindRepeated implements Tasklet {

    private final long run;
    private final StagedRows rows;

    FindRepeated(@Value("#{jobParameters['run']}") long run, StagedRows rows) {
        this.run = run;
        this.rows = rows;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        rows.rejectRepeated(run);
        return RepeatStatus.FINISHED;
    }
}
