package org.rollcall.inspect;

import java.util.List;
import org.rollcall.roster.file.FileDetails;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.header.RosterHeader;

/**
 * What was seen in a roster.
 *
 * @param details what was found out about the file
 * @param header what its columns mean
 * @param firstRows the first rows as they came, passwords included: whoever shows them leaves those out
 * @param rows how many rows stand below the header, blank ones not counted
 * @param faulty how many of them a run would reject
 * @param merged how many of them repeat an earlier row's username, where such rows are merged; whether they contradict
 *     each other only a run finds out
 * @param problems every kind of problem, errors first, the most frequent first
 */
public record Inspection(
        FileDetails details,
        RosterHeader header,
        List<RosterLine> firstRows,
        long rows,
        long faulty,
        long merged,
        List<ProblemKind> problems) {
    public Inspection {
        firstRows = List.copyOf(firstRows);
        problems = List.copyOf(problems);
    }
}
