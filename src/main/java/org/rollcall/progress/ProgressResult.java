package org.rollcall.progress;

import java.nio.file.Path;
import org.rollcall.ledger.Run;
import org.rollcall.progress.report.ProgressSummary;

/**
 * What a report of progress came to.
 *
 * @param reports the folder of its files
 */
public record ProgressResult(Run run, ProgressSummary summary, Path reports) {}
