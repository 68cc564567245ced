package org.rollcall.operation;

import java.util.Map;
import org.rollcall.moodle.CallCount;

/** Told when a step has ended, well or not: the web-service calls that it sent, by function. */
public record CallsCounted(Map<String, CallCount> byFunction) {

    /** Keeps a copy. */
    public CallsCounted {
        byFunction = Map.copyOf(byFunction);
    }
}
