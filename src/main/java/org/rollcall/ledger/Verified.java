package org.rollcall.ledger;

/**
 * How a run looked at the rows that say what was last carried out on the site.
 *
 * @param how {@code members}, {@code full} or {@code ledger}
 * @param recognizedRows how many rows needed no look-up of their person for it
 */
public record Verified(String how, long recognizedRows) {}
