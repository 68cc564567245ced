package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailSyntaxTest {
    private static final String LOCAL_64 = "x".repeat(64);
    private static final String LABEL_63 = "x".repeat(63);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.co",
                "T0161@Example.COM",
                "first.last+tag@sub.example.org",
                "!#$%&'*+-/=?^_`{|}~@x.org",
                "\"quoted@local\"@x.org",
                "\"a\\\"b\".c@x.org",
                "o'brien@x.org",
                "a@xn--bcher-kva.example",
                "a@x.xn--p1ai",
                "a@x--y.org",
                "a@1.2.c3",
                "a@[192.168.0.1]"
            })
    void accepts(String address) {
        assertThat(EmailSyntax.accepts(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not-an-email",
                "@x.org",
                "a@",
                "a@localhost",
                "a@x.",
                "a@.org",
                "a@x..org",
                ".a@x.org",
                "a.@x.org",
                "a..b@x.org",
                "a@@x.org",
                "a b@x.org",
                "a@x .org",
                "a@-x.org",
                "a@x-.org",
                "a@x.1org",
                "a@1.2.3.4",
                "a@x_y.org",
                "t0160é@example.com",
                "a@bücher.example",
                "\"a b\"@x.org",
                "\"open@x.org",
                "a@[256.1.1.1]",
                "Jane <j@x.org>",
                "\"<\"@x.org",
                "a,b@x.org"
            })
    void refuses(String address) {
        assertThat(EmailSyntax.accepts(address)).isFalse();
    }

    static Stream<String> atTheLimits() {
        return Stream.of(LOCAL_64 + "@x.org", "a@" + LABEL_63 + ".org");
    }

    @ParameterizedTest
    @MethodSource("atTheLimits")
    void countsTheParts(String longest) {
        assertThat(EmailSyntax.accepts(longest)).isTrue();
        assertThat(EmailSyntax.accepts(longest.replaceFirst("x", "xx").replaceFirst("^a@", "ab@")))
                .isFalse();
    }
}
