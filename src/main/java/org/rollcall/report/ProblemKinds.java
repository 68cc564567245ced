package org.rollcall.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.ledger.ProblemCount;
import org.rollcall.ledger.Problems;
import org.rollcall.report.page.Figures;
import org.rollcall.report.page.RunPage;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;
import org.springframework.stereotype.Component;

/** The problems of a run by their kind, each with the first of them. */
@Component
class ProblemKinds {

    private static final int EXAMPLES = 3;

    private final Problems problems;

    ProblemKinds(Problems problems) {
        this.problems = problems;
    }

    /** The kinds of each severity, the most frequent first. */
    Map<Severity, List<RunPage.Kind>> of(long runId, List<ProblemCount> counts) {
        if (counts.isEmpty()) {
            return Map.of();
        }
        Map<String, List<RunPage.Example>> first = new HashMap<>();
        problems.forEach(runId, problem -> {
            List<RunPage.Example> examples =
                    first.computeIfAbsent(problem.severity() + problem.code(), code -> new ArrayList<>());
            if (examples.size() < EXAMPLES) {
                examples.add(example(problem));
            }
        });
        Map<Severity, List<RunPage.Kind>> kinds = new HashMap<>();
        for (ProblemCount count : counts) {
            kinds.computeIfAbsent(count.severity(), severity -> new ArrayList<>())
                    .add(new RunPage.Kind(
                            count.code(),
                            Figures.count(count.count()),
                            first.getOrDefault(count.severity() + count.code(), List.of())));
        }
        return kinds;
    }

    private static RunPage.Example example(Problem problem) {
        return new RunPage.Example(problem.row() == 0 ? "" : "Row " + problem.row(), problem.message());
    }
}
