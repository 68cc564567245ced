package org.rollcall.moodle;

/**
 * The answer of a function that says nothing but that it is done (Moodle answers {@code null}).
 *
 * @param items how many items the call carried, all of them done
 */
public record Acknowledged(int items) {

    static final Acknowledged NOTHING = new Acknowledged(0);

    static Acknowledged from(Answer answer, int items) {
        answer.requireNothing();
        return new Acknowledged(items);
    }
}
