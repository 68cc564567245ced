package org.rollcall.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one call meets.
 *
 * @param delay how much longer it takes
 * @param fault how it ends otherwise than by its answer; null if it is answered
 */
record Due(Duration delay, @Nullable Fault fault) {}
