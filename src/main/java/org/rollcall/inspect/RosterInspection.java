package org.rollcall.inspect;

import jakarta.validation.Validator;
import java.nio.file.Path;
import org.rollcall.roster.RosterFile;
import org.rollcall.roster.RosterReader;
import org.rollcall.roster.RosterRules;
import org.rollcall.roster.RowParser;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLine;
import org.springframework.stereotype.Component;

/** Reads a roster to its end and tells what was seen. */
@Component
public class RosterInspection {
    private final Validator validator;

    RosterInspection(Validator validator) {
        this.validator = validator;
    }

    /**
     * Looks a roster over.
     *
     * @param roster the file
     * @param rules how rosters are read
     * @return what was seen
     * @throws RosterException when the file is no roster, or cannot be read to its end
     */
    public Inspection of(Path roster, RosterRules rules) {
        try (RosterReader reader = RosterFile.open(roster, rules)) {
            RowTally tally = new RowTally(new RowParser(reader.header(), validator, rules), rules.people());
            reader.header().problems().forEach(tally::count);
            for (RosterLine line = reader.next(); line != null; line = reader.next()) {
                tally.take(line);
            }
            return tally.toInspection(reader.details(), reader.header());
        }
    }
}
