package org.rollcall.roster.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ada",
                "O'Neill",
                "Jean-Luc",
                "'t Hooft",
                "'Abd al-Rahman",
                "'90s",
                "Łukasz",
                "山田太郎",
                "ﾔﾏﾀﾞ",
                "x²",
                "ﬁ",
                "（旧姓）",
                "٢٠٢٦",
                "Ann 😀",
                "👩\u200D🔬",
                "❤\uFE0F\u200D🔥",
                "علی\u200Cرضا",
                "क्\u200Dष",
                "രാജന്\u200D"
            })
    void leavesNamesAsTheyAre(String name) {
        assertThat(CleanText.of(name, TextKind.LINE)).isEqualTo(new CleanText(name, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "' Ada ', Ada",
        "'\tAda\n', Ada",
        "\u00A0Ada\u3000, Ada",
        "\uFEFFAda\u200B, Ada",
        "Zoe\u0308, Zoë",
        "' ', ''"
    })
    void silentlyTrimsAndComposes(String cell, String text) {
        assertThat(CleanText.of(cell, TextKind.LINE)).isEqualTo(new CleanText(text, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "Ann\u00A0Lee, Ann Lee, a no-break space was read as a blank",
        "山田\u3000太郎, 山田 太郎, an ideographic space was read as a blank",
        "'Ann\tLee', Ann Lee, a tab was read as a blank",
        "'Ann \nLee', Ann Lee, a line break was read as a blank",
        "'Ann\r\nLee', Ann Lee, a line break was read as a blank",
        "Ann\u2028Lee, Ann Lee, a line separator was read as a blank",
        "A\u200Bn\u200Bn, Ann, a zero-width space was left out",
        "An\u00ADna, Anna, a soft hyphen was left out",
        "An\uFEFFna, Anna, a byte order mark was left out",
        "An\u200Dna, Anna, a zero width joiner was left out",
        "An\u0007na, Anna, the character U+0007 was left out",
        "\u202AAnna\u202C, Anna, a mark of writing direction was left out",
        "Anna\u200E, Anna, a left-to-right mark was left out",
        "\u200F دانا, دانا, a right-to-left mark was left out",
        "Ａｎｎａ２, Anna2, full-width characters were read as ordinary ones",
        "A\u00ADn\u00A0n, An n, 'a no-break space was read as a blank, a soft hyphen was left out'",
        "'''00123', 00123, 'the apostrophe in front, by which a spreadsheet is told to keep a number as it is, was left out'"
    })
    void saysWhatItChanged(String cell, String text, String changes) {
        CleanText clean = CleanText.of(cell, TextKind.LINE);

        assertThat(clean.text()).isEqualTo(text);
        assertThat(String.join(", ", clean.changes())).isEqualTo(changes);
    }

    @ParameterizedTest
    @CsvSource({
        "ａ＠ｘ．ｏｒｇ, a@x.org, full-width characters were read as ordinary ones",
        "٢٠٢٦-٠٩-٠١, 2026-09-01, digits of another script were read as 0 to 9",
        "۱۲۳, 123, digits of another script were read as 0 to 9",
        "१२, 12, digits of another script were read as 0 to 9",
        "12\u200C3, 123, a zero width non-joiner was left out"
    })
    void isStricterWithCodes(String cell, String text, String changes) {
        assertThat(CleanText.of(cell, TextKind.CODE)).isEqualTo(new CleanText(text, List.of(changes)));
    }

    @Test
    void keepsTheLinesOfRunningText() {
        assertThat(CleanText.of(" One\n\tTwo\r\nThree ", TextKind.LINES))
                .isEqualTo(new CleanText("One\n Two\r\nThree", List.of()));
        assertThat(CleanText.of("One\u2029Two", TextKind.LINES))
                .isEqualTo(new CleanText("One\nTwo", List.of("a paragraph separator was read as a line break")));
        assertThat(CleanText.of("'2", TextKind.LINES).text()).isEqualTo("'2");
    }

    @Test
    void saysNothingOfACellThatIsBlankAnyway() {
        assertThat(CleanText.of("\u200E \u00A0", TextKind.LINE)).isEqualTo(new CleanText("", List.of()));
    }
}
