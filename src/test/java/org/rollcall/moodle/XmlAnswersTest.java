package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlAnswersTest {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n";

    private static @Nullable Object read(String xml) {
        return new XmlAnswers().read((DECLARATION + xml).getBytes(StandardCharsets.UTF_8));
    }

    @Nested
    class ADocument {

        @Test
        void withNothingInsideIsNull() {
            assertThat(read("<RESPONSE>\n</RESPONSE>\n")).isNull();
            assertThat(read("<RESPONSE/>")).isNull();
        }

        @Test
        void ofMapsAndListsIsATree() {
            assertThat(read("""
                            <RESPONSE>
                            <SINGLE>
                            <KEY name="ids"><MULTIPLE>
                            <VALUE>7</VALUE>
                            <VALUE>8</VALUE>
                            </MULTIPLE>
                            </KEY>
                            <KEY name="none"><MULTIPLE>
                            </MULTIPLE>
                            </KEY>
                            <KEY name="name"><VALUE> A &lt;b&gt; &amp; &quot;c&quot; </VALUE>
                            </KEY>
                            <KEY name="inner"><SINGLE>
                            </SINGLE>
                            </KEY>
                            </SINGLE>
                            </RESPONSE>
                            """))
                    .isEqualTo(Map.of(
                            "ids", List.of("7", "8"), "none", List.of(), "name", " A <b> & \"c\" ", "inner", Map.of()));
        }

        @Test
        void tellsNullFromAnEmptyText() {
            assertThat(read("<RESPONSE><MULTIPLE><VALUE null=\"null\"/><VALUE></VALUE></MULTIPLE></RESPONSE>"))
                    .isEqualTo(Arrays.asList(null, ""));
        }

        @Test
        void ofAnExceptionIsAsInJson() {
            assertThat(read("""
                            <EXCEPTION class="core\\exception\\moodle_exception">
                            <ERRORCODE>x</ERRORCODE>
                            <MESSAGE>&lt;div&gt;No&lt;/div&gt;</MESSAGE>
                            <DEBUGINFO>d</DEBUGINFO>
                            </EXCEPTION>
                            """))
                    .isEqualTo(Map.of(
                            "exception",
                            "core\\exception\\moodle_exception",
                            "errorcode",
                            "x",
                            "message",
                            "<div>No</div>",
                            "debuginfo",
                            "d"));
        }

        @Test
        void ofManyThousandEscapesIsRead() {
            String text = "&lt;&amp;é漢\uD83C\uDF93 ".repeat(200_000);

            assertThat(read("<RESPONSE><VALUE>" + text + "</VALUE></RESPONSE>"))
                    .asString()
                    .hasSize("<&é漢\uD83C\uDF93 ".length() * 200_000);
        }

        @Test
        void mayBeginWithAByteOrderMark() {
            byte[] marked = ("\uFEFF" + DECLARATION + "<RESPONSE/>").getBytes(StandardCharsets.UTF_8);

            assertThat(new XmlAnswers().read(marked)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<RESPONSE>",
                "<RESPONSE><VALUE>1</VALUE>",
                "<RESPONSE><VALUE>1</VALUE></RESPONSE><RESPONSE/>",
                "<RESPONSE/>x",
                "<RESPONSE>x</RESPONSE>",
                "<RESPONSE><VALUE>1</VALUE><VALUE>2</VALUE></RESPONSE>",
                "<RESPONSE><VALUE>a\u0001b</VALUE></RESPONSE>",
                "<RESPONSE><VALUE>&#1;</VALUE></RESPONSE>",
                "<RESPONSE><VALUE>a & b</VALUE></RESPONSE>",
                "<RESPONSE><VALUE>&eacute;</VALUE></RESPONSE>",
                "<RESPONSE><VALUE><VALUE/></VALUE></RESPONSE>",
                "<RESPONSE><KEY name=\"a\"/></RESPONSE>",
                "<RESPONSE><SINGLE><VALUE>1</VALUE></SINGLE></RESPONSE>",
                "<RESPONSE><SINGLE><KEY><VALUE>1</VALUE></KEY></SINGLE></RESPONSE>",
                "<RESPONSE><ERROR>Missing key</ERROR></RESPONSE>",
                "<html><body>Log in</body></html>",
                "<!DOCTYPE html><html></html>",
                "[]",
                "<!DOCTYPE r [<!ENTITY e \"x\">]><RESPONSE><VALUE>&e;</VALUE></RESPONSE>",
                "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><RESPONSE><VALUE>&e;</VALUE></RESPONSE>",
                "<!DOCTYPE RESPONSE SYSTEM \"http://127.0.0.1:1/x.dtd\"><RESPONSE/>",
            })
    void isMalformed(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(MalformedAnswerException.class);
    }

    @Test
    void isMalformedWhereTheBytesAreNoUtf8() {
        byte[] latin =
                (DECLARATION + "<RESPONSE><VALUE>\u00e9</VALUE></RESPONSE>").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> new XmlAnswers().read(latin)).isInstanceOf(MalformedAnswerException.class);
    }

    @Test
    void isMalformedWhereItIsDeeperThanAnyAnswer() {
        String deep = "<RESPONSE>" + "<MULTIPLE>".repeat(100_000) + "</MULTIPLE>".repeat(100_000) + "</RESPONSE>";

        assertThatThrownBy(() -> read(deep)).isInstanceOf(MalformedAnswerException.class);
    }
}
