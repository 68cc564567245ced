package org.rollcall.roster.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;

@DisplayName("The texts that a workbook's cells share")
class SharedStringsTest {
    private static final int MANY = 40_000;
    private static final long ROOM = 1 << 26;

    @Test
    @DisplayName("are found again over many pages, forwards and backwards, whatever their length and script")
    void areFoundAgain() throws XMLStreamException {
        List<String> texts =
                IntStream.range(0, MANY).mapToObj(SharedStringsTest::text).toList();
        try (SharedStrings strings = strings(texts, ROOM)) {
            for (int index = MANY - 1; index >= 0; index--) {
                assertThat(strings.get(index)).isEqualTo(texts.get(index));
            }
            for (int index = 0; index < MANY; index++) {
                assertThat(strings.get(index)).isEqualTo(texts.get(index));
            }
        }
    }

    @Test
    @DisplayName("may be longer than a page where cells may")
    void mayBeLong() throws XMLStreamException {
        List<String> texts = List.of("a", "é".repeat(3 << 20), "b", "c".repeat(3 << 20), "d");
        try (SharedStrings strings = strings(texts, ROOM)) {
            assertThat(strings.get(4)).isEqualTo("d");
            assertThat(List.of(strings.get(0), strings.get(1), strings.get(2), strings.get(3)))
                    .isEqualTo(texts.subList(0, 4));
        }
    }

    @Test
    @DisplayName("are refused where they take more memory than they may")
    void areRefusedBeyondTheMemory() throws XMLStreamException {
        List<String> texts =
                IntStream.range(0, MANY).mapToObj(SharedStringsTest::text).toList();
        try (SharedStrings strings = strings(texts, 1 << 21)) {
            assertThatExceptionOfType(RosterException.class)
                    .isThrownBy(() -> strings.get(MANY - 1))
                    .withMessageStartingWith("roster.xlsx holds more text than fits into the memory");
        }
    }

    private static String text(int index) {
        return switch (index % 4) {
            case 0 -> "";
            case 1 -> "user" + index;
            case 2 -> "Zoë 東京 \uD83D\uDE00 " + index;
            default -> "x".repeat(index % 300);
        };
    }

    private static SharedStrings strings(List<String> texts, long mostBytes) throws XMLStreamException {
        String xml = "<sst><si><t>" + String.join("</t></si><si><t>", texts) + "</t></si></sst>";
        RosterLimits limits = new RosterLimits(1 << 30, 1, 1 << 23, 1 << 23);
        PartStream part =
                new PartStream("roster.xlsx", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), limits);
        return new SharedStrings("roster.xlsx", new SheetXml(part), limits, mostBytes);
    }
}
