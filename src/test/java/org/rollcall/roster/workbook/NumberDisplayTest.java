package org.rollcall.roster.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.roster.workbook.NumberDisplay.Style;

@DisplayName("A number in a workbook")
class NumberDisplayTest {
    private static final int OWN_FORMAT = 164;

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        42                     | General                       | 42
        0                      | General                       | 0
        0042                   | General                       | 42
        -7                     | General                       | -7
        42.0                   | General                       | 42
        37.3                   | General                       | 37.3
        37.50                  | General                       | 37.5
        0.1                    | General                       | 0.1
        37.299999999999997     | General                       | 37.3
        0.30000000000000004    | General                       | 0.3
        3.3333333333333335     | General                       | 3.333333333
        1.23E+11               | General                       | 123000000000
        123456789012345        | General                       | 123456789012345
        1.2345678901234568E+17 | General                       | 1.23457E+17
        1234567890123456       | 0                             | 1.23457E+15
        -1234567890123456      | 0                             | -1.23457E+15
        1E999999999            | General                       | #NUM!
        1E-999999999           | General                       | 0
        120000000000           | @                             | 120000000000
        42                     | 00000                         | 00042
        123456                 | 00000                         | 123456
        0                      | 00000                         | 00000
        42.4                   | 00000                         | 00042
        -42                    | 00000                         | -00042
        42                     | 00000;-00000;;@               | 00042
        123456789              | 000-00-0000                   | 123-45-6789
        1234567                | 0000"-"000                    | 1234-567
        42                     | "S"00000                      | S00042
        42                     | \\A0000                        | A0042
        7                      | "No. "0                       | No. 7
        0                      | "S"00000                      | S00000
        -42                    | "S"00000                      | -S00042
        42.5                   | "S"00000                      | S00043
        0                      | #                             | 0
        27215551234            | (###) ###-####                | (2721) 555-1234
        42                     | 0" kg"                        | 42 kg
        1234.5                 | "EUR "0.00                    | EUR 1234.50
        1234.5                 | 0.00" EUR"                    | 1234.50 EUR
        1234.5                 | #,##0.00\\ "S"                 | 1,234.50 S
        -5                     | 0.00_);(0.00)                 | (5.00)
        -1234                  | [Blue]#,##0;[Red]-#,##0       | -1,234
        1234.5                 | _-* #,##0.00\\ "€"_-          | 1,234.50 €
        0.5                    | 0%                            | 50%
        0.125                  | 0.0%                          | 12.5%
        1234.5                 | #,##0.00                      | 1,234.50
        1234.5                 | [$€-407] #,##0.00             | € 1,234.50
        1234.5                 | "$"#,##0.00                   | $1,234.50
        120000000000           | 0.00E+00                      | 1.20E+11
        0.5                    | # ?/?                         | 1/2
        2000                   | [>1000]0.0,"K";0              | 2.0K
        500                    | [>1000]0.0,"K";0              | 500
        42                     | ;;;                           | 42
        """)
    void isShownAsTheSheetShowsIt(String number, String format, String shown) {
        assertThat(show(number, format)).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        46266                  | yyyy-mm-dd                    | 2026-09-01
        46266                  | d/m/yy                        | 2026-09-01
        46266                  | [$-409]d\\-mmm\\-yy;@           | 2026-09-01
        46266                  | [$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy | 2026-09-01
        46266                  | d" de "mmmm" de "yyyy         | 2026-09-01
        46266                  | yyyy"年"m"月"d"日"               | 2026-09-01
        46266                  | yyyy年m月d日                     | 2026-09-01
        46266                  | [$-411]ge.m.d;@               | 2026-09-01
        46266                  | mmm-yy                        | 2026-09-01
        46266                  | TT.MM.JJJJ                    | 2026-09-01
        46266                  | jj/mm/aaaa                    | 2026-09-01
        46266                  | dd-mm-jjjj                    | 2026-09-01
        46266                  | dd\\/mm\\/aaaa                  | 2026-09-01
        46266                  | ДД.ММ.ГГГГ                    | 2026-09-01
        46266.354166666664     | TT.MM.JJJJ hh:mm              | 2026-09-01 08:30
        46266.354166666664     | d/m/yy h:mm                   | 2026-09-01 08:30
        46266.354166666664     | m/d/yy h:mm AM/PM             | 2026-09-01 08:30
        46266.354178240741     | yyyy-mm-dd hh:mm:ss.000       | 2026-09-01 08:30:01
        46266.354166666664     | yyyy-mm-dd                    | 2026-09-01
        46265.99999999999      | yyyy-mm-dd                    | 2026-09-01
        46266                  | yyyy-mm-dd hh:mm              | 2026-09-01
        46266.354166666664     | h:mm                          | 08:30
        0.354166666664         | h:mm                          | 08:30
        0.354166666664         | h:mm AM/PM                    | 08:30
        0.5                    | mm:ss.0                       | 12:00
        0                      | h:mm                          | 00:00
        0.5                    | d/m/yy h:mm                   | 12:00
        1.5                    | [h]:mm                        | 36:00
        1.5                    | [mm]:ss                       | 2160:00
        1                      | yyyy-mm-dd                    | 1900-01-01
        59                     | yyyy-mm-dd                    | 1900-02-28
        60                     | yyyy-mm-dd                    | 1900-02-29
        61                     | yyyy-mm-dd                    | 1900-03-01
        0                      | yyyy-mm-dd                    | 1900-01-00
        -1                     | yyyy-mm-dd                    | ########
        2958465                | yyyy-mm-dd                    | 9999-12-31
        2958466                | yyyy-mm-dd                    | ########
        1E300                  | yyyy-mm-dd                    | ########
        """)
    void isADateOfIso8601WhereItsFormatIsADate(String number, String format, String shown) {
        assertThat(show(number, format)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 22, 27, 31, 36, 50, 57})
    void isADateUnderTheFormatsThatHaveNumbersOnly(int format) {
        String code = org.apache.poi.ss.usermodel.BuiltinFormats.getBuiltinFormat(format);
        NumberDisplay numbers = new NumberDisplay(List.of(Style.of(format, code == null ? "" : code)), false);

        assertThat(numbers.of("46266", 0)).isEqualTo("2026-09-01");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"0, 1904-01-01", "44804, 2026-09-01", "60, 1904-03-01", "2957003, 9999-12-31", "2957004, ########"})
    void countsFrom1904WhereTheWorkbookDoes(String number, String shown) {
        assertThat(new NumberDisplay(List.of(Style.of(OWN_FORMAT, "yyyy-mm-dd")), true).of(number, 0))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1d", "0x1p3", "NaN", "Infinity", "1,5", "1E", "--1", " "})
    void staysWhatItIsWhereItIsNone(String text) {
        assertThat(show(text, "General")).isEqualTo(text);
    }

    @Test
    void hasNoFormatWhereItsStyleIsMissing() {
        NumberDisplay numbers = new NumberDisplay(List.of(), false);

        assertThat(numbers.of("42", 7)).isEqualTo("42");
        assertThat(numbers.of("42", -1)).isEqualTo("42");
    }

    private static String show(String number, String format) {
        return new NumberDisplay(List.of(Style.of(OWN_FORMAT, format)), false).of(number, 0);
    }
}
