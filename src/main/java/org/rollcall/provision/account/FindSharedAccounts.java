package org.rollcall.provision.account;

import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Repeats;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds rows of different usernames that lead to one account, over the whole file at once. */
@Component
@StepScope
class FindSharedAccounts implements Tasklet {

    private final long run;
    private final Repeats repeats;

    FindSharedAccounts(@Value("#{jobParameters['run']}") long run, Repeats repeats) {
        this.run = run;
        this.repeats = repeats;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        repeats.rejectSharedAccounts(run);
        return RepeatStatus.FINISHED;
    }
}
