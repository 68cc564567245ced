package org.rollcall.operation;

import java.util.OptionalLong;

/** Knows of a job how much its steps have still to do. */
public interface OpenWork {

    /**
     * How many items a step has still to do, by what is committed.
     *
     * @return empty for a step that is not counted in items, and for one of another job
     */
    OptionalLong of(String step, long run);
}
