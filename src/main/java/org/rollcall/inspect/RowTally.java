package org.rollcall.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.roster.ParsedRow;
import org.rollcall.roster.Person;
import org.rollcall.roster.RepeatedPeople;
import org.rollcall.roster.RowParser;
import org.rollcall.roster.file.FileDetails;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.file.Severity;
import org.rollcall.roster.header.RosterHeader;

/** What has been counted of a roster so far. */
final class RowTally {
    private static final int FIRST_ROWS = 3;

    private static final Comparator<ProblemKind> ERRORS_FIRST = Comparator.comparing(
                    (ProblemKind kind) -> kind.first().severity() != Severity.ERROR)
            .thenComparing(ProblemKind::count, Comparator.reverseOrder())
            .thenComparing(kind -> kind.first().code());

    private final RowParser parser;
    private final boolean merging;
    private final FirstRows usernames = new FirstRows();
    private final FirstRows emails = new FirstRows();
    private final FirstRows emailsOfPeople = new FirstRows();
    private final List<RosterLine> firstRows = new ArrayList<>();
    private final Map<String, ProblemKind> problems = new LinkedHashMap<>();
    private long rows;
    private long faulty;
    private long merged;

    RowTally(RowParser parser, RepeatedPeople people) {
        this.parser = parser;
        this.merging = people == RepeatedPeople.MERGE;
    }

    void take(RosterLine line) {
        rows++;
        if (firstRows.size() < FIRST_ROWS) {
            firstRows.add(line);
        }
        ParsedRow parsed = parser.parse(line);
        boolean repeats = repeats(line.number(), parsed.row().person());
        parsed.problems().forEach(this::count);
        if (repeats || parsed.hasErrors()) {
            faulty++;
        }
    }

    /** Whether the row would be rejected for what an earlier one holds. */
    private boolean repeats(int row, Person person) {
        String username = person.usernameKey();
        int sameUsername = username.isEmpty() ? row : usernames.note(username, row);
        String email = person.emailKey();
        int sameEmail = email.isEmpty() ? row : emails.note(email, row);
        if (!merging) {
            boolean repeats = sameUsername != row;
            if (repeats) {
                count(duplicate("username", username, row, sameUsername));
            }
            if (sameEmail != row) {
                count(duplicate("email", email, row, sameEmail));
                repeats = true;
            }
            return repeats;
        }
        if (sameUsername != row) {
            merged++;
        }
        // Whose the first row with the email is, is told by whether it was the first with both, too.
        if (email.isEmpty() || emailsOfPeople.note(email + ' ' + username, row) == sameEmail) {
            return false;
        }
        count(duplicate("email", email, row, sameEmail));
        return true;
    }

    private static Problem duplicate(String column, String key, int row, int earlier) {
        String sentence = "The %s %s is already used in row %d.".formatted(column, key, earlier);
        return new Problem(row, column, key, column + ".duplicate", sentence, Severity.ERROR);
    }

    void count(Problem problem) {
        problems.merge(
                problem.code() + problem.severity(),
                new ProblemKind(problem, 1),
                (known, another) -> known.andOneMore());
    }

    Inspection toInspection(FileDetails details, RosterHeader header) {
        List<ProblemKind> kinds =
                problems.values().stream().sorted(ERRORS_FIRST).toList();
        return new Inspection(details, header, firstRows, rows, faulty, merged, kinds);
    }
}
