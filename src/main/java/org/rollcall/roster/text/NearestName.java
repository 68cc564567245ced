package org.rollcall.roster.text;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the known name that a wrong one most likely stands for: at most two slips of the finger away. */
public final class NearestName {
    private static final int FARTHEST = 2;

    private NearestName() {}

    public static @Nullable String to(String wrong, Collection<String> known) {
        String nearest = null;
        int shortest = FARTHEST + 1;
        for (String name : known) {
            int distance = distance(wrong, name);
            if (distance < shortest && distance * 2 < name.length()) {
                shortest = distance;
                nearest = name;
            }
        }
        return nearest;
    }

    /** Letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
    static int distance(String left, String right) {
        if (Math.abs(left.length() - right.length()) > FARTHEST) {
            return FARTHEST + 1;
        }
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = left.charAt(i - 1) == right.charAt(j - 1);
                cost[i][j] =
                        Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[left.length()][right.length()];
    }
}
