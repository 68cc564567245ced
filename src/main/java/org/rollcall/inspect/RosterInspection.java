package org.rollcall.inspect;

import jakarta.validation.Validator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.roster.ParsedRow;
import org.rollcall.roster.Person;
import org.rollcall.roster.RosterFile;
import org.rollcall.roster.RosterReader;
import org.rollcall.roster.RosterRules;
import org.rollcall.roster.RowParser;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.file.Severity;
import org.springframework.stereotype.Component;

/** Reads a roster to its end and tells what was seen. */
@Component
public class RosterInspection {
    private static final int FIRST_ROWS = 3;

    private static final Comparator<ProblemKind> ERRORS_FIRST = Comparator.comparing(
                    (ProblemKind kind) -> kind.first().severity() != Severity.ERROR)
            .thenComparing(ProblemKind::count, Comparator.reverseOrder())
            .thenComparing(kind -> kind.first().code());

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
            Tally tally = new Tally(new RowParser(reader.header(), validator, rules));
            reader.header().problems().forEach(tally::count);
            for (RosterLine line = reader.next(); line != null; line = reader.next()) {
                tally.take(line);
            }
            return new Inspection(
                    reader.details(),
                    reader.header(),
                    tally.firstRows,
                    tally.rows,
                    tally.faulty,
                    0,
                    tally.problems.values().stream().sorted(ERRORS_FIRST).toList());
        }
    }

    /** What has been counted so far. */
    private static final class Tally {
        private final RowParser parser;
        private final FirstRows usernames = new FirstRows();
        private final FirstRows emails = new FirstRows();
        private final List<RosterLine> firstRows = new ArrayList<>();
        private final Map<String, ProblemKind> problems = new LinkedHashMap<>();
        private long rows;
        private long faulty;

        Tally(RowParser parser) {
            this.parser = parser;
        }

        void take(RosterLine line) {
            rows++;
            if (firstRows.size() < FIRST_ROWS) {
                firstRows.add(line);
            }
            ParsedRow parsed = parser.parse(line);
            Person person = parsed.row().person();
            boolean repeats = repeats("username", person.usernameKey(), usernames, line.number());
            repeats |= repeats("email", person.emailKey(), emails, line.number());
            parsed.problems().forEach(this::count);
            if (repeats || parsed.problems().stream().anyMatch(Problem::isError)) {
                faulty++;
            }
        }

        private boolean repeats(String column, String key, FirstRows first, int row) {
            int earlier = key.isEmpty() ? row : first.note(key, row);
            if (earlier == row) {
                return false;
            }
            String sentence = "The %s %s is already used in row %d.".formatted(column, key, earlier);
            count(new Problem(row, column, key, column + ".duplicate", sentence, Severity.ERROR));
            return true;
        }

        void count(Problem problem) {
            problems.merge(
                    problem.code() + problem.severity(),
                    new ProblemKind(problem, 1),
                    (known, another) -> known.andOneMore());
        }
    }
}
