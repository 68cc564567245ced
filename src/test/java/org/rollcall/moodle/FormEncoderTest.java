package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormEncoderTest {

    @Test
    void nestsListsAndMapsInTheirOrder() {
        Map<String, Object> second = new LinkedHashMap<>();
        second.put("username", "bea");
        second.put("customfields", List.of(Map.of("type", "staffid"), Map.of("type", "site")));
        second.put("createpassword", true);
        List<Map<String, Object>> users = List.of(Map.of("username", "abe"), second);

        FormEncoder encoder = new FormEncoder().add("wstoken", "t").add("users", users);

        assertThat(encoder.form().replace("%5B", "[").replace("%5D", "]"))
                .isEqualTo("wstoken=t&users[0][username]=abe&users[1][username]=bea"
                        + "&users[1][customfields][0][type]=staffid&users[1][customfields][1][type]=site"
                        + "&users[1][createpassword]=1");
        assertThat(encoder.pairs()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "a b, a+b",
                "a&b=c%d+e, a%26b%3Dc%25d%2Be",
                "Łukasz, %C5%81ukasz",
                "漢字, %E6%BC%A2%E5%AD%97",
                "\uD83C\uDF93, %F0%9F%8E%93",
                "\"\n\", %0A",
                "\"\u0000\", %00",
                "\u007F, %7F",
                "\"\", \"\"",
                "O'Neil, O%27Neil",
            })
    void percentEncodesTextAsUtf8(String value, String encoded) {
        assertThat(new FormEncoder().add("k", value).form()).isEqualTo("k=" + encoded);
    }

    @Test
    void countsAsManyFieldsAndAtLeastAsManyBytesAsItWrites() {
        Map<String, Object> user = NewUser.of("zoë", "Zoë", "Ångström \uD83C\uDF93", "z@example.org")
                .withPassword("S3cret!pw")
                .with(UserField.CITY, "São Paulo")
                .withCustomFields(Map.of("staffid", "1", "site", "Łódź"))
                .parameters();

        FormEncoder written = new FormEncoder().add("users", List.of(user));

        assertThat(FormEncoder.fieldCount(user)).isEqualTo(written.pairs()).isEqualTo(10);
        assertThat(FormEncoder.byteCount(user))
                .isGreaterThanOrEqualTo(written.form().length());
    }

    @Test
    void leavesNothingOfAnEmptyList() {
        assertThat(new FormEncoder().add("a", "1").add("users", List.of()).form())
                .isEqualTo("a=1");
    }

    @Test
    void refusesWhatNoFormCanHold() {
        assertThatThrownBy(() -> new FormEncoder().add("when", new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("when");
    }
}
