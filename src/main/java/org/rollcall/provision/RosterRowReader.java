package org.rollcall.provision;

import jakarta.validation.Validator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.NewRow;
import org.rollcall.roster.ParsedRow;
import org.rollcall.roster.RosterFile;
import org.rollcall.roster.RosterReader;
import org.rollcall.roster.RosterRules;
import org.rollcall.roster.RowParser;
import org.rollcall.roster.file.RosterLine;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.support.AbstractItemCountingItemStreamItemReader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads the roster's rows, validated; a restart goes on behind the last row that was staged. */
@Component
@StepScope
class RosterRowReader extends AbstractItemCountingItemStreamItemReader<NewRow> {

    private final Path file;
    private final RosterRules rules;
    private final Validator validator;

    private @Nullable RosterReader reader;
    private @Nullable RowParser parser;

    RosterRowReader(@Value("#{jobParameters['roster']}") String file, RosterRules rules, Validator validator) {
        this.file = Path.of(file);
        this.rules = rules;
        this.validator = validator;
        setName("roster");
    }

    @Override
    protected void doOpen() {
        RosterReader opened = RosterFile.open(file, rules);
        reader = opened;
        parser = new RowParser(opened.header(), validator, rules);
    }

    @Override
    protected @Nullable NewRow doRead() {
        RosterLine line = nextLine();
        if (line == null || parser == null || reader == null) {
            return null;
        }
        ParsedRow parsed = parser.parse(line);
        List<@Nullable String> cells = new ArrayList<>(line.cells());
        for (int i = 0; i < cells.size(); i++) {
            if (reader.header().holdsPasswords(i) && !line.cells().get(i).isEmpty()) {
                cells.set(i, null);
            }
        }
        return new NewRow(cells, parsed.row().person().password(), parsed.row(), parsed.problems());
    }

    @Override
    protected void jumpToItem(int itemIndex) {
        for (int i = 0; i < itemIndex; i++) {
            nextLine();
        }
    }

    private @Nullable RosterLine nextLine() {
        return reader == null ? null : reader.next();
    }

    @Override
    protected void doClose() {
        if (reader != null) {
            reader.close();
        }
    }
}
