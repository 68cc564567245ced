package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.roster.RosterFixture.parse;

import org.junit.jupiter.api.Test;
import org.rollcall.roster.file.Problem;

class CleanedCellsTest {
    @Test
    void areToldOnceEachInWords() {
        ParsedRow row = parse("firstname|idnumber|city", "Ann\u00A0\u00ADLee\u00A0B|'00123|\u202DOslo\u202C");

        assertThat(row.hasErrors()).isFalse();
        assertThat(row.problems())
                .extracting(Problem::code)
                .containsExactly("firstname.cleaned", "idnumber.cleaned", "city.cleaned");
        assertThat(row.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "The firstname was cleaned: a no-break space was read as a blank and a soft hyphen was left out.",
                        "The idnumber was cleaned: the apostrophe in front, by which a spreadsheet is told to keep a number as it"
                                + " is, was left out.",
                        "The city was cleaned: a mark of writing direction was left out.");
        assertThat(row.problems()).extracting(Problem::value).startsWith("Ann\u00A0\u00ADLee\u00A0B");
        assertThat(row.row().person().firstname()).isEqualTo("Ann Lee B");
        assertThat(row.row().person().idnumber()).isEqualTo("00123");
    }

    @Test
    void readDigitsOfOtherScriptsInCodesAndDates() {
        ParsedRow row = parse("idnumber|course1|enroltimestart1", "٠٠١٢|رياضيات ١|٢٠٢٦-٠٩-٠١");

        assertThat(row.hasErrors()).isFalse();
        assertThat(row.row().person().idnumber()).isEqualTo("0012");
        assertThat(row.row().courses().get(0).shortname()).isEqualTo("رياضيات ١");
        assertThat(row.row().courses().get(0).start()).isEqualTo("2026-09-01T00:00");
        assertThat(row.problems())
                .extracting(Problem::code)
                .containsExactly("idnumber.cleaned", "enroltimestart1.cleaned");
    }

    @Test
    void doNotIncludePasswords() {
        ParsedRow row = parse("password", "\u00A0Ｐass\u00A0w\u00ADörd\u202E1 ");

        assertThat(row.row().person().password()).isEqualTo("Ｐass\u00A0w\u00ADörd\u202E1");
        assertThat(row.problems()).isEmpty();
    }
}
