package org.rollcall.undo;

import java.nio.file.Path;
import org.rollcall.ledger.Run;
import org.rollcall.report.UndoSummary;

/**
 * What taking a run back came to, or will come to.
 *
 * @param run the run that takes it back
 * @param reports the folder of its reports
 */
public record UndoResult(Run run, UndoSummary summary, Path reports) {}
