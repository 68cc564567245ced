package org.rollcall.ledger;

import java.util.Map;

/**
 * A run that ends with its plan.
 *
 * @param run the run; the plan goes by its name
 * @param counts how often the plan has each action; empty until the plan is made
 * @param settings the settings that it was made with, by name; empty until the plan is made
 */
public record Plan(Run run, RunState state, Map<PlanAction, Long> counts, Map<String, String> settings) {}
