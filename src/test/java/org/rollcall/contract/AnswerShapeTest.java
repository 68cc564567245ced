package org.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The shape of an answer")
class AnswerShapeTest {

    private static List<String> differences(String recorded, String actual, String... required) {
        return new AnswerShape(Set.of(required))
                .differences(AnswerTree.of(recorded, "application/json"), AnswerTree.of(actual, "application/json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":1,\"name\":\"a\"}          | {\"name\":\"\",\"id\":99}",
                "[{\"id\":1},{\"id\":2}]            | [{\"id\":3}]",
                "[{\"id\":1}]                       | []",
                "[]                                 | [{\"id\":1}]",
                "{\"grade\":null}                   | {\"grade\":1.5}",
                "{\"grade\":1.5}                    | {\"grade\":null}",
                "[{\"id\":1,\"city\":\"a\"},{\"id\":2}] | [{\"id\":3}]",
                "null                               | null",
            })
    void isTheSameWhateverTheValues(String recorded, String actual) {
        assertThat(differences(recorded, actual)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":1}       | {}              | the answer.id is missing",
                "{\"id\":1}       | {\"id\":\"1\"}  | the answer.id is a text, where a number was recorded",
                "[{\"on\":true}]  | [{\"on\":1}]    | the answer[].on is a number, where a flag was recorded",
                "[]               | {}              | the answer is an object, where a list was recorded",
                "{\"list\":[1]}   | {\"list\":{}}   | the answer.list is an object, where a list was recorded",
                "null             | []              | the answer is a list, where nothing was recorded",
                "[]               | null            | the answer is nothing, where a list was recorded",
                "{\"a\":{\"b\":1}} | {\"a\":{}}     | the answer.a.b is missing",
            })
    void differsInKeysAndTypes(String recorded, String actual, String sentence) {
        assertThat(differences(recorded, actual)).containsExactly(sentence);
    }

    @Test
    void mayLackAKeyThatIsNotRequired() {
        assertThat(differences("[{\"id\":1,\"city\":\"a\"}]", "[{\"id\":2}]", "id"))
                .isEmpty();
        assertThat(differences("[{\"id\":1,\"city\":\"a\"}]", "[{\"city\":\"b\"}]", "id"))
                .containsExactly("the answer[].id is missing");
    }

    @Test
    void mayHaveMoreKeysThanWereRecorded() {
        AnswerShape shape = new AnswerShape(Set.of());
        assertThat(shape.differences(
                        AnswerTree.of("{\"id\":1}", "application/json"),
                        AnswerTree.of("{\"id\":1,\"new\":true}", "application/json")))
                .isEmpty();
        assertThat(shape.additions()).containsExactly("the answer.new");
    }

    @Test
    void isReadFromXmlAsFromJson() {
        String xml = """
                <?xml version="1.0" encoding="UTF-8" ?>
                <RESPONSE>
                <MULTIPLE>
                <SINGLE>
                <KEY name="name"><VALUE>J&ouml;rg &amp; Co</VALUE>
                </KEY>
                <KEY name="theme"><VALUE null="null"/>
                </KEY>
                <KEY name="tags"><MULTIPLE>
                </MULTIPLE>
                </KEY>
                </SINGLE>
                </MULTIPLE>
                </RESPONSE>
                """;
        assertThat(AnswerTree.of(xml, "application/xml; charset=utf-8"))
                .isEqualTo(AnswerTree.of("[{\"name\":\"J?rg & Co\",\"theme\":null,\"tags\":[]}]", "application/json"));
    }

    @Test
    void isReadFromAnErrorInXml() {
        String xml = """
                <?xml version="1.0" encoding="UTF-8" ?>
                <EXCEPTION class="moodle_exception">
                <ERRORCODE>invalidtoken</ERRORCODE>
                <MESSAGE>Invalid token</MESSAGE>
                </EXCEPTION>
                """;
        assertThat(AnswerTree.of(xml, "application/xml"))
                .isEqualTo(AnswerTree.of(
                        "{\"exception\":\"moodle_exception\",\"errorcode\":\"invalidtoken\","
                                + "\"message\":\"Invalid token\"}",
                        "application/json"));
    }

    @ParameterizedTest
    @CsvSource({"application/json, <html>Ana Silva</html>", "application/xml, Ana Silva"})
    void isNotToldOfAnAnswerThatCannotBeRead(String contentType, String body) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> AnswerTree.of(body, contentType))
                .withMessage("The answer, of the type " + contentType + ", cannot be read.");
    }
}
