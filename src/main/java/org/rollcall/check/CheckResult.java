package org.rollcall.check;

import java.util.List;

/**
 * What a check saw.
 *
 * @param findings in the order they were looked for
 * @param unavailable whether the site could not be looked at, for a reason that no setting mends
 */
public record CheckResult(List<Finding> findings, boolean unavailable) {

    public CheckResult {
        findings = List.copyOf(findings);
    }

    /** How many findings have this light. */
    public long count(Light light) {
        return findings.stream().filter(finding -> finding.light() == light).count();
    }
}
