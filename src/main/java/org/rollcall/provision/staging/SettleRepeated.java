package org.rollcall.provision.staging;

import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Repeats;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.roster.RepeatedPeople;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Gives rows and memberships that were merged into others the verdict of those, once that is known. */
@Component
@StepScope
class SettleRepeated implements Tasklet {

    private final long run;
    private final Repeats repeats;
    private final RollcallSettings settings;

    SettleRepeated(@Value("#{jobParameters['run']}") long run, Repeats repeats, RollcallSettings settings) {
        this.run = run;
        this.repeats = repeats;
        this.settings = settings;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        if (settings.roster().repeatedPeople() == RepeatedPeople.MERGE) {
            repeats.settle(run);
        }
        return RepeatStatus.FINISHED;
    }
}
