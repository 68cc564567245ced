package org.rollcall.cli.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A terminal")
class TerminalTest {

    private static final Map<String, String> XTERM = Map.of("TERM", "xterm");
    private static final Map<String, String> TOLD = Map.of("rollcall.terminal", "true", "stdout.encoding", "UTF-8");

    private static Map<String, String> told(String name, String value) {
        Map<String, String> all = new HashMap<>(TOLD);
        all.put(name, value);
        return all;
    }

    static Stream<Arguments> terminals() {
        return Stream.of(
                Arguments.of("told by run.sh", XTERM, TOLD, false, new ProgressLine(77, true, true)),
                Arguments.of(
                        "that Java sees",
                        XTERM,
                        Map.of("stdout.encoding", "UTF-8"),
                        true,
                        new ProgressLine(77, true, true)),
                Arguments.of("that is none", XTERM, Map.of(), false, null),
                Arguments.of("that is dumb", Map.of("TERM", "dumb"), TOLD, true, null),
                Arguments.of(
                        "without colours",
                        Map.of("TERM", "xterm", "NO_COLOR", "1"),
                        TOLD,
                        false,
                        new ProgressLine(77, true, false)),
                Arguments.of(
                        "with NO_COLOR empty",
                        Map.of("TERM", "xterm", "NO_COLOR", ""),
                        TOLD,
                        false,
                        new ProgressLine(77, true, true)),
                Arguments.of("of no known kind", Map.of(), TOLD, false, new ProgressLine(77, true, false)),
                Arguments.of(
                        "that is narrow",
                        XTERM,
                        told("rollcall.columns", "40"),
                        false,
                        new ProgressLine(37, true, true)),
                Arguments.of(
                        "that is wide",
                        XTERM,
                        told("rollcall.columns", "240"),
                        false,
                        new ProgressLine(107, true, true)),
                Arguments.of(
                        "whose width is nonsense",
                        XTERM,
                        told("rollcall.columns", "many"),
                        false,
                        new ProgressLine(77, true, true)),
                Arguments.of(
                        "whose width the shell tells",
                        Map.of("TERM", "xterm", "COLUMNS", "60"),
                        TOLD,
                        false,
                        new ProgressLine(57, true, true)),
                Arguments.of(
                        "without block characters",
                        XTERM,
                        told("stdout.encoding", "ISO-8859-1"),
                        false,
                        new ProgressLine(77, false, true)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("terminals")
    void isKnown(
            String what,
            Map<String, String> environment,
            Map<String, String> told,
            boolean console,
            ProgressLine line) {
        Properties properties = new Properties();
        properties.putAll(told);
        assertThat(Terminal.line(environment, properties, console)).isEqualTo(Optional.ofNullable(line));
    }
}
