package org.rollcall.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lies beside a roster while it is worked on.
 *
 * @param folder the name of the inbox's folder that it was dropped into; empty for the inbox itself
 * @param file its name
 * @param taken when it was taken out of the inbox
 * @param run the name of the run that it became; null as long as none was begun
 */
record Slip(
        String folder, String file, Instant taken, @Nullable String run) {}
