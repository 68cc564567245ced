package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Invalid user|Invalid user",
                "<div>One.</div><div>Two.</div>|One. Two.",
                "One<br />Two<BR>Three|One Two Three",
                "Agree: <a href=\"https://m.edu/x?a=1&amp;b=2\">Click here</a>.|Agree: Click here.",
                "R&amp;D &lt;b&gt; caf&eacute; &#39;x&#39;|R&D <b> café 'x'",
                "1 < 2 and 3 > 2|1 < 2 and 3 > 2",
                "a&nbsp;&nbsp;b|a b",
            })
    void readsAsSentences(String html, String text) {
        assertThat(PlainText.of(html)).isEqualTo(text);
    }
}
