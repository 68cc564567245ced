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

/**
 * Finds usernames and emails that stand in the roster more than once, over the whole file at once, and rejects the rows or
 * merges them, as {@code rollcall.roster.repeated-people} says.
 */
@Component
@StepScope
class FindRepeated implements Tasklet {

    private final long run;
    private final Repeats repeats;
    private final RollcallSettings settings;

    FindRepeated(@Value("#{jobParameters['run']}") long run, Repeats repeats, RollcallSettings settings) {
        this.run = run;
        this.repeats = repeats;
        this.settings = settings;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        if (settings.roster().repeatedPeople() == RepeatedPeople.MERGE) {
            repeats.merge(run, settings.site().defaultRole());
        } else {
            repeats.reject(run);
        }
        return RepeatStatus.FINISHED;
    }
}
