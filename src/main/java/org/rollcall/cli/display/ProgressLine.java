package org.rollcall.cli.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws how far a step is, as one line that never wraps.
 *
 * @param width characters that the line has at most
 * @param blocks whether the terminal shows the block characters of Unicode
 * @param colour whether it may be coloured
 */
record ProgressLine(int width, boolean blocks, boolean colour) {

    private static final int WIDEST_BAR = 24;
    private static final int NARROWEST_BAR = 6;
    private static final String GREEN = "\u001b[32m";
    private static final String YELLOW = "\u001b[33m";
    private static final String PLAIN = "\u001b[0m";

    /** The line, and how many characters of it are seen. */
    record Drawn(String text, int length) {}

    Drawn draw(StepFigures figures) {
        String words = "  " + StepWords.doing(figures.step());
        List<String> parts = new ArrayList<>(
                Stream.of(figures.count(" / "), figures.rate(), figures.time()).toList());
        String rejects = figures.rejected();
        // What matters least goes first where there is no room: the rate, the time, the count.
        int bar = bar(figures, words, parts, rejects);
        for (int i = 1; i <= parts.size() && length(words, parts, rejects) + bar > width; i++) {
            parts.set(i % parts.size(), "");
            bar = bar(figures, words, parts, rejects);
        }
        if (length(words, parts, rejects) > width) {
            return cut(words, rejects);
        }
        String text = words + (bar == 0 ? "" : "  " + drawn(figures, bar - 2)) + joined(parts);
        String coloured = rejects.isEmpty() ? text : text + "  " + in(YELLOW, rejects);
        return new Drawn(coloured, length(words, parts, rejects) + bar);
    }

    /** The characters that the bar takes with the gap before it; 0 where there is none. */
    private int bar(StepFigures figures, String words, List<String> parts, String rejects) {
        if (figures.total() == null) {
            return 0;
        }
        int room = width - length(words, parts, rejects) - 2;
        return room < NARROWEST_BAR ? 0 : Math.min(room, WIDEST_BAR) + 2;
    }

    private String drawn(StepFigures figures, int length) {
        long total = Objects.requireNonNull(figures.total());
        long done = total == 0 ? length : Math.min(figures.done(), total) * length / total;
        String full = (blocks ? "█" : "#").repeat((int) done);
        return in(GREEN, full) + (blocks ? "░" : "-").repeat(length - (int) done);
    }

    private String in(String colourOn, String text) {
        return colour && !text.isEmpty() ? colourOn + text + PLAIN : text;
    }

    private static int length(String words, List<String> parts, String rejects) {
        return words.length() + joined(parts).length() + (rejects.isEmpty() ? 0 : rejects.length() + 2);
    }

    private static String joined(List<String> parts) {
        return parts.stream()
                .filter(part -> !part.isEmpty())
                .map(part -> "  " + part)
                .collect(Collectors.joining());
    }

    private Drawn cut(String words, String rejects) {
        String text = rejects.isEmpty() ? words : words + "  " + rejects;
        String cut = text.substring(0, Math.min(Math.max(0, width), text.length()));
        return new Drawn(cut, cut.length());
    }
}
