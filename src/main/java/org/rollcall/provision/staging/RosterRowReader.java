package org.rollcall.provision.staging;

import jakarta.validation.Validator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.NewRow;
import org.rollcall.ledger.PreparedRow;
import org.rollcall.ledger.StagedRows;
import org.rollcall.roster.ParsedRow;
import org.rollcall.roster.RosterFile;
import org.rollcall.roster.RosterReader;
import org.rollcall.roster.RosterRules;
import org.rollcall.roster.RowParser;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.header.RosterHeader;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.support.AbstractItemCountingItemStreamItemReader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads the roster's rows, validated and in the ledger's form, while earlier ones are being staged; a restart goes on behind
 * the last row that was staged.
 */
@Component
@StepScope
class RosterRowReader extends AbstractItemCountingItemStreamItemReader<PreparedRow> {

    private final Path file;
    private final RosterRules rules;
    private final Validator validator;
    private final StagedRows rows;

    private @Nullable RosterReader reader;
    private @Nullable ReadAhead<PreparedRow> ahead;

    RosterRowReader(
            @Value("#{jobParameters['roster']}") String file, RosterRules rules, Validator validator, StagedRows rows) {
        this.file = Path.of(file);
        this.rules = rules;
        this.validator = validator;
        this.rows = rows;
        setName("roster");
    }

    @Override
    protected void doOpen() {
        reader = RosterFile.open(file, rules);
    }

    @Override
    protected void jumpToItem(int itemIndex) {
        for (int i = 0; i < itemIndex && reader != null; i++) {
            reader.next();
        }
    }

    @Override
    protected @Nullable PreparedRow doRead() {
        if (ahead == null && reader != null) {
            ahead = readingAhead(reader);
        }
        return ahead == null ? null : ahead.next();
    }

    private ReadAhead<PreparedRow> readingAhead(RosterReader opened) {
        RowParser parser = new RowParser(opened.header(), validator, rules);
        return new ReadAhead<>("roster", () -> {
            RosterLine line = opened.next();
            return line == null ? null : rows.prepared(row(line, opened.header(), parser));
        });
    }

    private static NewRow row(RosterLine line, RosterHeader header, RowParser parser) {
        ParsedRow parsed = parser.parse(line);
        if (header.holdsPasswords() && !header.fits(line.cells())) {
            return new NewRow(List.copyOf(line.cells()), true, null, parsed.row(), parsed.problems());
        }
        List<@Nullable String> cells = new ArrayList<>(line.cells());
        for (int i = 0; i < cells.size(); i++) {
            if (header.holdsPasswords(i) && !line.cells().get(i).isEmpty()) {
                cells.set(i, null);
            }
        }
        return new NewRow(cells, false, parsed.row().person().password(), parsed.row(), parsed.problems());
    }

    @Override
    protected void doClose() {
        if (ahead != null) {
            ahead.close();
        }
        if (reader != null) {
            reader.close();
        }
    }
}
