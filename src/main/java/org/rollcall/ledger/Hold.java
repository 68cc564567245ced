package org.rollcall.ledger;

/**
 * A threshold that a plan passed.
 *
 * @param threshold the setting that holds the limit, or what else it is
 * @param place the cohort or course that it was passed in; empty for the run as a whole
 * @param figure what the plan comes to
 * @param limit what it may come to
 * @param sentence all of it in words
 */
public record Hold(String threshold, String place, String figure, String limit, String sentence) {}
