package org.rollcall.report.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole and its parts, to be drawn as a bar of the width {@value #WIDTH}.
 *
 * @param title what the picture says, in words
 */
public record Bar(String title, List<Part> parts) {

    private static final double WIDTH = 1000;

    /** A part that is there is seen, however small its share. */
    private static final double LEAST = 8;

    /** One part, with a hair of room behind it. */
    public record Part(String kind, double x, double width) {}

    /** What a kind of part means, as a title and in words; its name is that of its colour in the style sheet. */
    public record Meaning(String kind, String title, String words) {}

    /** A part before it has its place. */
    public record Share(String kind, long count) {}

    /** A bar whose parts stand in this order; none at all where nothing is counted. */
    public static Bar of(String title, List<Share> shares) {
        List<Share> there = shares.stream().filter(share -> share.count() > 0).toList();
        double all = there.stream().mapToLong(Share::count).sum();
        double widths = there.stream().mapToDouble(share -> width(share, all)).sum();
        List<Part> parts = new ArrayList<>();
        double x = 0;
        for (Share share : there) {
            double width = width(share, all) * WIDTH / widths;
            boolean isLast = parts.size() == there.size() - 1;
            parts.add(new Part(share.kind(), rounded(x), rounded(isLast ? WIDTH - x : width - 2)));
            x += width;
        }
        return new Bar(title, parts);
    }

    /** A bar of one part, as long as a share of the whole width. */
    public static Bar length(String title, double share) {
        return new Bar(title, List.of(new Part("same", 0, rounded(Math.max(LEAST, share * WIDTH)))));
    }

    private static double width(Share share, double all) {
        return Math.max(LEAST, share.count() / all * WIDTH);
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
