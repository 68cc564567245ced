package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.roster.RosterFixture.parse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.roster.file.Problem;

class LookAlikeLettersTest {
    @ParameterizedTest
    @CsvSource({
        "\u0430nna, 'the Cyrillic letter \"\u0430\", which looks like a Latin a'",
        "j\u03BFhn, 'the Greek letter \"\u03BF\", which looks like a Latin o'",
        "\u0455am, 'the Cyrillic letter \"\u0455\", which looks like a Latin s'",
        "l\u0131sa, 'the letter \"\u0131\", which looks like a Latin i'",
        "jean\u2010luc, 'the sign \"\u2010\", which looks like \"-\"'",
        "jean\u2013luc, 'the sign \"\u2013\", which looks like \"-\"'",
        "zoë, '\"ë\"'",
        "j\u03BFh\u0430n, 'the Greek letter \"\u03BF\", which looks like a Latin o and the Cyrillic letter \"\u0430\", which looks like a Latin a'",
        "\u0430\u043D\u043D\u0430, '\"\u0430\" and \"\u043D\"'"
    })
    void areNamedInAUsername(String username, String named) {
        assertThat(parse("username", username).problems())
                .extracting(Problem::message)
                .containsExactly("The username holds %s; Moodle allows only a-z, 0-9 and the signs _ . @ and -."
                        .formatted(named));
    }

    @ParameterizedTest
    @CsvSource({
        "\u0430nna@example.edu, 'the Cyrillic letter \"\u0430\", which looks like a Latin a'",
        "anna@ex\u0430mple.edu, 'the Cyrillic letter \"\u0430\", which looks like a Latin a'",
        "anna\u2013b@example.edu, 'the sign \"\u2013\", which looks like \"-\"'",
        "zoë@example.edu, '\"ë\"'"
    })
    void areNamedInAnEmailAddress(String email, String named) {
        assertThat(parse("email", email).problems())
                .extracting(Problem::message)
                .containsExactly(
                        "\"%s\" is not an email address that Moodle accepts: it holds %s.".formatted(email, named));
    }
}
