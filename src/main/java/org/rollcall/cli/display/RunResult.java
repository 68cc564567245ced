package org.rollcall.cli.display;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.rollcall.ledger.PlanAction;

/**
 * What came of a run.
 *
 * @param exitCode what the command would end with if there were only this run
 * @param reports the folder of its reports
 * @param summary in the shape of {@code summary.json}
 * @param plan how often its plan has each action, where it ended with its plan; else empty
 * @param toKnow what somebody has to know of it who wants to know as little as possible
 */
public record RunResult(int exitCode, Path reports, Object summary, Map<PlanAction, Long> plan, List<String> toKnow) {}
