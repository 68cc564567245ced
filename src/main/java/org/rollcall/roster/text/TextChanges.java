package org.rollcall.roster.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what was cleaned in one cell, each kind of character once. */
final class TextChanges {
    private static final int MOST_NAMED = 3;

    private final Set<Integer> blanks = new LinkedHashSet<>(4);
    private final Set<Integer> breaks = new LinkedHashSet<>(4);
    private final Set<Integer> leftOut = new LinkedHashSet<>(4);
    private final Set<String> others = new LinkedHashSet<>(4);

    void readAsBlank(int character) {
        blanks.add(character);
    }

    void readAsLineBreak(int character) {
        breaks.add(character);
    }

    void leftOut(int character) {
        leftOut.add(character);
    }

    void other(String clause) {
        others.add(clause);
    }

    List<String> clauses() {
        List<String> clauses = new ArrayList<>();
        add(clauses, blanks, "read as a blank");
        add(clauses, breaks, "read as a line break");
        add(clauses, leftOut, "left out");
        clauses.addAll(others);
        return clauses;
    }

    private static void add(List<String> clauses, Set<Integer> characters, String what) {
        if (characters.isEmpty()) {
            return;
        }
        List<String> names = characters.stream()
                .map(CharacterNames::ofInvisible)
                .distinct()
                .limit(MOST_NAMED)
                .toList();
        clauses.add(Wording.listed(names) + (names.size() == 1 ? " was " : " were each ") + what);
    }
}
