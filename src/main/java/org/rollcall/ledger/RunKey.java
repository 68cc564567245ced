package org.rollcall.ledger;

/**
 * The identity of a run: the same roster, read the same way, for the same site and purpose resumes its run while that is
 * unfinished, and begins the next one (counter + 1) once it is complete.
 *
 * @param rosterSha256 SHA-256 of the file's bytes, in hex
 * @param mappingHash SHA-256 of the settings that decide what the file's cells mean, in hex
 * @param site the site's address, or {@code sandbox}
 * @param mode what is done with the roster, such as {@code provision}
 * @param counter from 1, how often this has been begun
 */
public record RunKey(String rosterSha256, String mappingHash, String site, String mode, int counter) {}
