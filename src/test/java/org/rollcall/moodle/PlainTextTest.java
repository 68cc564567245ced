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
                "<div>One</div><div class=\"x\">Two</div>|One. Two",
                "One<div>Two</div>Three|One. Two. Three",
                "<p>Is it so?</p> <p>It is!</p>|Is it so? It is!",
                "Choose<ul><li>one</li><li>two</li></ul>Then go|Choose: one; two. Then go",
                "<OL><LI>One.</LI> <LI CLASS='x'>Two.</LI></OL>|One. Two.",
                "<strong>Bob</strong> <bob@example.org> is <i>out</i>|Bob <bob@example.org> is out",
                "a <!-- <div>hidden</div> --> b<script>alert('<p>')</script>c|a b c",
                "caf&#233; &#x6F22; &hellip; &unknown; &|café 漢 … &unknown; &",
                "<div><br/></div>|''",
                "<b|<b",
            })
    void readsAsSentences(String html, String text) {
        assertThat(PlainText.of(html)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "error/useremailinvalid, useremailinvalid",
        "error/<div>No digit.</div>, No digit.",
        "An error/x, An error/x"
    })
    void tellsTheCodeOfAMessageWithoutAText(String message, String text) {
        assertThat(PlainText.ofMessage(message)).isEqualTo(text);
    }
}
