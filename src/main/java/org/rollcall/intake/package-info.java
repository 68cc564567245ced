/**
 * The drop folder: rosters that people drop into {@code inbox/}, or a folder below it, are worked on one after the other
 * and end in {@code archive/}.
 *
 * <pre>
 * inbox/[FOLDER/]FILE -> archive/in-work/CLAIM/FILE -> archive/DATE/RUN/FILE, with its reports beside it
 *                                                   -> archive/DATE/unreadable/FILE, with a note in words beside it
 * </pre>
 *
 * <p>{@link org.rollcall.intake.Watcher} looks at the inbox, again and again. A file is <em>whole</em> once nothing of it
 * has changed for a while and no program holds it ({@link org.rollcall.intake.WholeFiles}). It is then <em>claimed</em>
 * ({@link org.rollcall.intake.Claims}): moved, by a rename, into a folder of its own below {@code archive/in-work}, beside a
 * slip that says where it came from and, later, which run it became. So the bytes that are worked on are the bytes that are
 * archived, whoever writes to the inbox meanwhile, and a file of the same name is a new drop. Every move is a rename within
 * one file system: at any moment a file is in exactly one place, whole, and nothing is ever copied over another file.
 *
 * <p>What lies in {@code archive/in-work} when a watcher starts was interrupted, and is taken up before anything else. Where
 * the slip names a run that has ended, only the move is completed; the run is not repeated. No table is needed for that, and
 * the watcher holds no job state: each roster is worked on by parts of the program that are built for it, under the settings
 * of its folder, and taken down after it ({@link org.rollcall.intake.RosterIntake} is the part that lives among them). So the
 * state is free for other commands in between, memory stays flat, and changed settings hold from the next roster on.
 *
 * <p>A site that is unavailable, or settings that are at fault, make their folder pause ({@link org.rollcall.intake.Pauses});
 * the others go on. What becomes of each file is told to every {@link org.rollcall.intake.IntakeListener}.
 */
@NullMarked
package org.rollcall.intake;

import org.jspecify.annotations.NullMarked;
