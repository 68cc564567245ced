package org.rollcall.roster;

import java.util.Locale;
import org.rollcall.roster.text.LatinLetters;

/** Spells names so that usernames and addresses can be made of them: in small letters of plain ASCII. */
final class PlainSpelling {
    private PlainSpelling() {}

    static String of(String name) {
        return LatinLetters.of(name);
    }

    /** Small letters, without what Moodle does not allow in a username, such as blanks and apostrophes. */
    static String allowed(String made) {
        StringBuilder allowed = new StringBuilder();
        made.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Username.Check::allowed)
                .forEach(allowed::appendCodePoint);
        return allowed.toString();
    }
}
