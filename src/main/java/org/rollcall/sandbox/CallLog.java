package org.rollcall.sandbox;

import java.util.ArrayDeque;
import java.util.List;

/** The names of the functions called, in order. Only the last hundred thousand are kept. */
final class CallLog {
    private static final int KEPT = 100_000;

    private final ArrayDeque<String> names = new ArrayDeque<>();

    synchronized void add(String name) {
        if (names.size() == KEPT) {
            names.removeFirst();
        }
        names.addLast(name);
    }

    synchronized List<String> names() {
        return List.copyOf(names);
    }
}
