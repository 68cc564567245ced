package org.rollcall.provision;

import java.nio.file.Path;
import org.rollcall.ledger.Plan;
import org.rollcall.report.RunSummary;

/**
 * A plan that was made.
 *
 * @param summary the run as it stands with its plan
 * @param reports the folder of its reports
 */
public record PlanResult(Plan plan, RunSummary summary, Path reports) {}
