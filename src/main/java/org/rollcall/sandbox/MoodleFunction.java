package org.rollcall.sandbox;

import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;

/** One web-service function. It is called inside a transaction of its own; a {@link MoodleFault} rolls that back. */
interface MoodleFunction {
    String name();

    Structure parameters();

    /** What it answers; null for functions that answer nothing. */
    @Nullable
    Description returns();

    /** Whether it may change the site; others are served side by side. */
    boolean writes();

    /** Maps, lists, texts, numbers and flags as {@link #returns} describes them; null where that is null. */
    @Nullable
    Object call(Arguments arguments, Call call);
}
