package org.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("CSV for a spreadsheet")
class SafeCsvTest {

    private static String written(List<String> cells) throws IOException {
        StringWriter text = new StringWriter();
        SafeCsv csv = new SafeCsv(text);
        csv.write(cells);
        csv.finish();
        return text.toString();
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("plain", List.of("ada", "Ada"), "ada,Ada"),
                Arguments.of("other scripts", List.of("Zoë", "李", "Ольга"), "Zoë,李,Ольга"),
                Arguments.of("empty cells", List.of("", "x", ""), ",x,"),
                Arguments.of("a comma", List.of("Lovelace, Ada"), "\"Lovelace, Ada\""),
                Arguments.of("a quote", List.of("the \"first\""), "\"the \"\"first\"\"\""),
                Arguments.of("a line break", List.of("one\ntwo"), "\"one\ntwo\""),
                Arguments.of("a backslash", List.of("a\\b"), "a\\b"),
                Arguments.of("a formula", List.of("=1+1"), "'=1+1"),
                Arguments.of("a command", List.of("@SUM(A1)"), "'@SUM(A1)"),
                Arguments.of("a sign", List.of("-1", "+49 30 1"), "'-1,'+49 30 1"),
                Arguments.of("a tab", List.of("\tx"), "'\tx"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void isMarkedAsUtf8AndRunsNothing(String description, List<String> cells, String line) throws IOException {
        assertThat(written(cells)).as(description).isEqualTo("\uFEFF" + line + "\r\n");
    }

    @Test
    void saysWhenTheDiskIsFull() throws IOException {
        Writer full = new Writer() {
            private boolean marked;

            @Override
            public void write(char[] text, int from, int length) throws IOException {
                if (marked) {
                    throw new IOException("No space left on device");
                }
                marked = true;
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        SafeCsv csv = new SafeCsv(full);
        csv.write(List.of("ada"));
        assertThatThrownBy(csv::finish).isInstanceOf(IOException.class).hasRootCauseMessage("No space left on device");
    }
}
