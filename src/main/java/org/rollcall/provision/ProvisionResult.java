package org.rollcall.provision;

import java.nio.file.Path;
import org.rollcall.report.RunSummary;

/**
 * What a run that ended came to.
 *
 * @param reports the folder of its reports
 */
public record ProvisionResult(RunSummary summary, Path reports) {}
