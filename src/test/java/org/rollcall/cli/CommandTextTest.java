package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A command that is to be given again")
class CommandTextTest {

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of(List.of("provision", "samples/roster.csv"), "`run.sh provision samples/roster.csv`"),
                Arguments.of(
                        List.of("apply", "2026-11-21-0001", "--approve", "The class has graduated."),
                        "`run.sh apply 2026-11-21-0001 --approve 'The class has graduated.'`"),
                Arguments.of(List.of("plan", "Ana's list.csv"), "`run.sh plan 'Ana'\\''s list.csv'`"),
                Arguments.of(List.of("plan", "a.csv", "$(b).csv", ""), "`run.sh plan a.csv '$(b).csv' ''`"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("commands")
    void canBeCopiedIntoAShell(List<String> arguments, String text) {
        assertThat(CommandText.of(arguments)).isEqualTo(text);
    }
}
