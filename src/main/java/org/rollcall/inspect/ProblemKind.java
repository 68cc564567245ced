package org.rollcall.inspect;

import org.rollcall.roster.file.Problem;

/**
 * One kind of problem, and how often it turned up.
 *
 * @param first the first problem of its kind
 * @param count how many there were
 */
public record ProblemKind(Problem first, long count) {
    ProblemKind andOneMore() {
        return new ProblemKind(first, count + 1);
    }
}
