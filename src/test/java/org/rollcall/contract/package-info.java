/**
 * The recorded contract held against a site whose content nobody knows: a real one that is named on the command line, or
 * a sandbox that stands for it.
 *
 * <p>It has two parts. The read-only part replays the vectors of {@code real-site.yml}, which change no site whatever it
 * holds, and compares what has to be equal everywhere: status, content type, exception and error code, and the shape of
 * answers. The self-cleaning part goes through the functions of the client with accounts, a cohort and groups of its own,
 * and deletes them at the end.
 */
@NullMarked
package org.rollcall.contract;

import org.jspecify.annotations.NullMarked;
