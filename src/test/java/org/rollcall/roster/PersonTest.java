package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.roster.RosterFixture.parse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.roster.file.RosterLine;
import tools.jackson.databind.json.JsonMapper;

class PersonTest {
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void travelsAsJsonWithoutItsPassword() {
        RosterRow row = parse(
                        "password|city|maildisplay|profile_field_site|suspended|oldusername|cohort1|course1|group1"
                                + "|enroltimestart1",
                        "Hush-4711|Oslo|2|Oslo|0|bob|A|ENG|Tutorial 1|2026-09-01 08:00")
                .row();

        String text = json.writeValueAsString(row);
        RosterRow back = json.readValue(text, RosterRow.class);

        assertThat(text).doesNotContain("Hush").doesNotContain("password\"");
        assertThat(back.person().password()).isNull();
        assertThat(back.cohorts()).isEqualTo(row.cohorts());
        assertThat(back.courses()).isEqualTo(row.courses());
        assertThat(back.person())
                .usingRecursiveComparison()
                .ignoringFields("password")
                .isEqualTo(row.person());
    }

    @ParameterizedTest
    @CsvSource({
        "suspended, 1, '\"suspended\":true'",
        "suspended, 0, '\"suspended\":false'",
        "deleted, 1, '\"deleted\":true'",
        "oldusername, bob, '\"oldusername\":\"bob\"'"
    })
    void travelsWithItsWishes(String column, String cell, String written) {
        Person person = parse(column, cell).row().person();
        String text = json.writeValueAsString(person);

        assertThat(text).contains(written);
        assertThat(json.readValue(text, Person.class)).isEqualTo(person);
    }

    @Test
    void withoutWishesIsWrittenAsBeforeThereWereAny() {
        Person ada = Person.of("ada", "Ada", "Lovelace", "ada@example.edu");
        String before = "{\"username\":\"ada\",\"firstname\":\"Ada\",\"lastname\":\"Lovelace\","
                + "\"email\":\"ada@example.edu\",\"createPassword\":false,\"profileFields\":{}}";

        assertThat(json.writeValueAsString(ada)).isEqualTo(before);
        assertThat(json.readValue(before, Person.class)).isEqualTo(ada);
    }

    @Test
    void doesNotTakeAPasswordFromJson() {
        String text = json.writeValueAsString(Person.of("ada", "Ada", "Lovelace", "ada@example.edu"))
                .replaceFirst("\\{", "{\"password\":\"Hush\",");

        assertThat(json.readValue(text, Person.class).password()).isNull();
    }

    @Test
    void doesNotTellItsPassword() {
        assertThat(parse("password", "Hush-4711").row().toString()).doesNotContain("Hush");
        assertThat(new RosterLine(2, List.of("ada", "Hush-4711")).toString()).doesNotContain("Hush");
    }

    @ParameterizedTest(name = "password={0}, createpassword={1}, auth={2}: {3}")
    @CsvSource({
        "'', '', '', true",
        "'', '', manual, true",
        "'', '', email, true",
        "'', 0, '', true",
        "secret, '', '', false",
        "'', 1, '', false",
        "'', '', ldap, false",
        "'', '', nologin, false"
    })
    void lacksAPasswordOnlyWhereMoodleWouldKeepIt(String password, String make, String auth, boolean lacks) {
        Person person = parse("password|createpassword|auth", password + "|" + make + "|" + auth)
                .row()
                .person();

        assertThat(person.lacksPassword()).isEqualTo(lacks);
    }

    @Test
    void comparesUsernameAndEmailWithoutRegardToCase() {
        Person person = Person.of("ada", "Ada", "Lovelace", "Ada@Example.EDU");

        assertThat(person.usernameKey()).isEqualTo("ada");
        assertThat(person.emailKey()).isEqualTo("ada@example.edu");
    }
}
