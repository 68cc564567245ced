package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.roster.RosterFixture.parse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.roster.file.Problem;

class EmailTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane Doe <jane@x.edu>",
                "\"Doe, Jane\" <jane@x.edu>",
                "Doe, Jane <jane@x.edu>;",
                "jane@x.edu <jane@x.edu>",
                "\"jane@x.edu\" <jane@x.edu>",
                "'JANE@x.edu' <jane@x.edu>",
                "<jane@x.edu>",
                "< jane@x.edu >",
                "Jane <mailto:jane@x.edu>",
                "\"jane@x.edu\"",
                "'jane@x.edu'",
                "'jane@x.edu",
                "jane@x.edu (Jane)",
                "jane@x.edu(work)",
                "jane@x.edu;",
                "jane@x.edu , ",
                "mailto:jane@x.edu",
                "MAILTO: jane@x.edu",
                "mailto:jane@x.edu?subject=Hello"
            })
    void takesTheAddressOut(String cell) {
        ParsedRow row = parse("email", cell);

        assertThat(row.row().person().email()).isEqualTo("jane@x.edu");
        assertThat(row.hasErrors()).isFalse();
        assertThat(row.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("email.taken-out");
            assertThat(problem.message())
                    .isEqualTo("The address is read as jane@x.edu; the cell holds more: %s.".formatted(cell.strip()));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane@x.edu, jo@y.edu",
                "jane@x.edu;jo@y.edu",
                "jane@x.edu jo@y.edu",
                "jane@x.edu / jo@y.edu",
                "jane@x.edu\njo@y.edu",
                "jane@x.edu <jo@y.edu>",
                "Jane <jane@x.edu>; Jo <jo@y.edu>",
                "jane@x.edu (or jo@y.edu)"
            })
    void refusesSeveralAddresses(String cell) {
        assertThat(parse("email", cell).problems())
                .filteredOn(Problem::isError)
                .extracting(Problem::code, Problem::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "email.several",
                        "The email cell holds 2 addresses, jane@x.edu and jo@y.edu; leave one of them."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane doe@x.edu",
                "jane @x.edu",
                "jane@x .edu",
                "jane@x.edu oops",
                "email: jane@x.edu",
                "Jane <jane@x>",
                "Jane <jane@x.edu",
                "Jane <>",
                "jane@x.edu)",
                "<jane@x.edu> home"
            })
    void guessesNothing(String cell) {
        assertThat(parse("email", cell).problems()).extracting(Problem::code).containsExactly("email.invalid");
    }

    @Test
    void leavesUnusualAddressesAlone() {
        assertThat(parse("email", "\"jane@home\"@x.edu").problems()).isEmpty();
        assertThat(parse("email", "o'brien@x.edu").problems()).isEmpty();
    }
}
