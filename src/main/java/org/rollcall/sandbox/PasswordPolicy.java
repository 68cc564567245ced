package org.rollcall.sandbox;

import java.util.function.IntPredicate;

/** Moodle's default password policy, and the limit that holds even without one. */
final class PasswordPolicy {
    private static final int LONGEST = 128;
    private static final int SHORTEST = 8;

    private PasswordPolicy() {}

    /** @throws MoodleFault whose very error code is the list of complaints in HTML, as Moodle has it */
    static void check(String password, boolean policy) {
        int length = password.codePointCount(0, password.length());
        if (length > LONGEST) {
            throw refusal("The password can't be more than 128 characters.");
        }
        if (!policy) {
            return;
        }
        StringBuilder complaints = new StringBuilder();
        complain(complaints, length >= SHORTEST, "Passwords must be at least 8 characters long.");
        complain(complaints, has(password, Character::isDigit), "Passwords must have at least 1 digit(s).");
        complain(
                complaints,
                has(password, Character::isLowerCase),
                "Passwords must have at least 1 lower case letter(s).");
        complain(
                complaints,
                has(password, Character::isUpperCase),
                "Passwords must have at least 1 upper case letter(s).");
        complain(
                complaints,
                has(password, c -> !Character.isDigit(c) && !Character.isLowerCase(c) && !Character.isUpperCase(c)),
                "The password must have at least 1 special character(s) such as *, -, or #.");
        if (!complaints.isEmpty()) {
            throw refusal(complaints.toString());
        }
    }

    private static void complain(StringBuilder complaints, boolean met, String complaint) {
        if (!met) {
            complaints.append("<div>").append(complaint).append("</div>");
        }
    }

    private static boolean has(String password, IntPredicate kind) {
        return password.codePoints().anyMatch(kind);
    }

    private static MoodleFault refusal(String complaint) {
        return MoodleFault.of(complaint, "error/" + complaint);
    }
}
