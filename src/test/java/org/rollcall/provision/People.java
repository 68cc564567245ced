package org.rollcall.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rosters of made-up people, called p01, p02 and so on. */
final class People {

    static final String COLUMNS = "username,firstname,lastname,email,password";

    private People() {}

    static String name(int number) {
        return "p%02d".formatted(number);
    }

    /** The names of the first so many. */
    static List<String> names(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(People::name).toList();
    }

    /** The cells below {@link #COLUMNS}. */
    static String cells(int number) {
        return cells(number, "Passw0rd-" + number);
    }

    static String cells(int number, String password) {
        String name = name(number);
        return "%s,First%d,Last%d,%s@example.org,%s".formatted(name, number, number, name, password);
    }

    /** A roster of so many people who all want the same in further columns. */
    static List<String> roster(int count, String moreColumns, String moreCells) {
        List<String> lines = new ArrayList<>();
        lines.add(COLUMNS + "," + moreColumns);
        IntStream.rangeClosed(1, count).forEach(i -> lines.add(cells(i) + "," + moreCells));
        return lines;
    }
}
