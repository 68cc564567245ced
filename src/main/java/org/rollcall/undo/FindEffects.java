package org.rollcall.undo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.Runs;
import org.rollcall.ledger.UndoAction;
import org.rollcall.ledger.UndoItem;
import org.rollcall.ledger.UndoItems;
import org.rollcall.ledger.UndoRuns;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns the effects of the earlier run into what is to be done to take them back. */
@Component
@StepScope
class FindEffects implements Tasklet {

    private static final int ITEMS_AT_A_TIME = 2_000;

    private final long runId;
    private final Runs runs;
    private final UndoRuns undoRuns;
    private final UndoItems items;
    private final JsonMapper json;

    FindEffects(
            @Value("#{jobParameters['run']}") long runId,
            Runs runs,
            UndoRuns undoRuns,
            UndoItems items,
            JsonMapper json) {
        this.runId = runId;
        this.runs = runs;
        this.undoRuns = undoRuns;
        this.items = items;
        this.json = json;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        items.clear(runId);
        Run undone = undoRuns.undoneBy(runId);
        boolean deleteCreated = UndoWish.of(runs.find(runId), undone).deleteCreated();
        EffectReversal reversal = new EffectReversal(runId, deleteCreated, json);
        List<UndoItem> found = new ArrayList<>();
        Map<UndoAction, Integer> used = new EnumMap<>(UndoAction.class);
        items.forEachEffect(undone.id(), effect -> {
            found.addAll(reversal.items(effect));
            if (found.size() >= ITEMS_AT_A_TIME) {
                items.add(found, used);
                found.clear();
            }
        });
        items.add(found, used);
        return RepeatStatus.FINISHED;
    }
}
