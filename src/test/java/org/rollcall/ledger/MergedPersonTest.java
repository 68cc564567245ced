package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("A person of several rows")
class MergedPersonTest {

    private static ObjectNode person(String fields) {
        String json = "{\"username\":\"ada\",\"createPassword\":false,\"profileFields\":{}}";
        ObjectNode person = (ObjectNode) JsonMapper.shared().readTree(json);
        ObjectNode more = (ObjectNode) JsonMapper.shared().readTree("{" + fields.replace('\'', '"') + "}");
        more.properties().forEach(field -> person.set(field.getKey(), field.getValue()));
        return person;
    }

    private static MergedPerson first(String fields, @Nullable String password) {
        return new MergedPerson(2, person(fields), password);
    }

    private static List<String> contradictions(String first, String later) {
        return first(first, null).contradictions(7, person(later), null, Set.of()).stream()
                .map(Problem::column)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'email':'Ada@X.org'       | 'email':'aDA@x.ORG'
            'city':'Oslo'             |
                                      | 'city':'Oslo'
            'city':'Oslo'             | 'city':''
            'maildisplay':1           | 'maildisplay':1
            'createPassword':true     | 'createPassword':false
            'profileFields':{'a':'1'} | 'profileFields':{'b':'2'}
            'suspended':true          | 'suspended':true
            'suspended':true          |
            'oldusername':'bob'       | 'oldusername':'bob'
            'deleted':true            | 'deleted':true
            'deleted':true,'email':'' | 'deleted':true,'email':'a@x.org'
            """)
    void agreesWhereNoFieldIsOther(@Nullable String first, @Nullable String later) {
        assertThat(contradictions(first == null ? "" : first, later == null ? "" : later))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'email':'a@x.org'         | 'email':'á@x.org'         | email
            'lastname':'Byron'        | 'lastname':'BYRON'        | lastname
            'maildisplay':1           | 'maildisplay':2           | maildisplay
            'idnumber':'007'          | 'idnumber':'7'            | idnumber
            'profileFields':{'a':'1'} | 'profileFields':{'a':'2'} | profile_field_a
            'suspended':true          | 'suspended':false         | suspended
            'oldusername':'bob'       | 'oldusername':'cy'        | oldusername
            'deleted':true,'city':''  | 'city':'Oslo'             | deleted
            'suspended':true          | 'deleted':true            | deleted
            """)
    void contradictsWhereAFieldIsOther(String first, String later, String column) {
        assertThat(contradictions(first, later)).containsExactly(column);
    }

    @Test
    void namesTheRowTheFieldAndBothValues() {
        assertThat(first("'city':'Oslo'", null).contradictions(7, person("'city':'Bergen'"), null, Set.of()))
                .containsExactly(new Problem(
                        7,
                        "city",
                        "Bergen",
                        "city.contradicts",
                        "Row 2 has the city Oslo for ada, and this row has Bergen; they must agree.",
                        Severity.ERROR));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'suspended':true  | 'suspended':false | 0 | Row 2 has the suspended 1 for ada, and this row has 0; they must agree.
            'deleted':true    |                   |   | Row 2 asks for the account ada to be deleted, and this row does not; they must agree.
            'suspended':false | 'deleted':true    | 1 | This row asks for the account ada to be deleted, and row 2 does not; they must agree.
            """)
    void tellsWishesAsTheRosterHasThem(String first, @Nullable String later, @Nullable String value, String sentence) {
        assertThat(first(first, null).contradictions(7, person(later == null ? "" : later), null, Set.of()))
                .extracting(Problem::value, Problem::message)
                .containsExactly(tuple(value == null ? "" : value, sentence));
    }

    @Test
    void passesOverAWishThatCannotBeRead() {
        assertThat(first("'deleted':true", null).contradictions(7, person(""), null, Set.of("deleted")))
                .isEmpty();
    }

    @Test
    void passesOverColumnsThatCannotBeRead() {
        MergedPerson ada = first("'city':'Oslo','country':'NO'", null);
        assertThat(ada.contradictions(7, person("'city':'Bergen','country':'Norway'"), null, Set.of("country")))
                .extracting(Problem::column)
                .containsExactly("city");
    }

    @Nested
    @DisplayName("with a password")
    class Password {

        @Test
        void contradictsAnotherWithoutTellingIt() {
            assertThat(first("", "Secret-1").contradictions(7, person(""), "Secret-2", Set.of()))
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.code()).isEqualTo("password.contradicts");
                        assertThat(problem.value() + problem.message()).doesNotContain("Secret");
                    });
        }

        @Test
        void agreesWithTheSameAndWithNone() {
            MergedPerson ada = first("", "Secret-1");
            assertThat(ada.contradictions(7, person(""), "Secret-1", Set.of())).isEmpty();
            assertThat(ada.contradictions(7, person(""), null, Set.of())).isEmpty();
            assertThat(ada.complete(7, person("'createPassword':true"), null)).isEmpty();
            assertThat(ada.person().path("createPassword").asBoolean()).isFalse();
        }

        @Test
        void takesItFromTheRowThatGivesIt() {
            MergedPerson ada = first("", null);
            ada.complete(7, person(""), null);
            assertThat(ada.complete(8, person(""), "Secret-1"))
                    .extracting(Problem::code, Problem::value)
                    .containsExactly(tuple("password.completed", ""));
            assertThat(ada.gotPasswordFrom(7)).isFalse();
            assertThat(ada.gotPasswordFrom(8)).isTrue();
            assertThat(ada.contradictions(9, person(""), "Secret-2", Set.of()))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message()).startsWith("Row 8 has another password"));
        }

        @Test
        void isMadeUpOnlyForALoginThatHasOne() {
            MergedPerson manual = first("", null);
            manual.complete(7, person("'createPassword':true"), null);
            assertThat(manual.person().path("createPassword").asBoolean()).isTrue();
            assertThat(manual.isCompleted()).isTrue();
            MergedPerson external = first("'auth':'oauth2'", null);
            external.complete(7, person("'createPassword':true"), null);
            assertThat(external.person().path("createPassword").asBoolean()).isFalse();
        }
    }

    @Nested
    @DisplayName("that a later row completes")
    class Completed {

        @Test
        void hasTheFieldsOfBoth() {
            MergedPerson ada = first("'city':'Oslo'", null);
            assertThat(ada.complete(7, person("'city':'Oslo','phone1':'555','profileFields':{'a':'1'}"), null))
                    .extracting(Problem::code)
                    .containsExactlyInAnyOrder("phone1.completed", "profile_field_a.completed");
            assertThat(ada.person().path("phone1").asString()).isEqualTo("555");
            assertThat(ada.person().path("profileFields").path("a").asString()).isEqualTo("1");
            assertThat(ada.person().path("city").asString()).isEqualTo("Oslo");
        }

        @Test
        void takesAWishThatOnlyALaterRowHas() {
            MergedPerson ada = first("", null);
            assertThat(ada.complete(7, person("'suspended':false,'oldusername':'bob'"), null))
                    .extracting(Problem::code)
                    .containsExactly("suspended.completed", "oldusername.completed");
            assertThat(ada.person().path("suspended").asBoolean(true)).isFalse();
        }

        @Test
        void isGivenTheNameThatARowOfADeletionLeftOut() {
            MergedPerson ada = first("'deleted':true,'email':'','firstname':''", null);
            assertThat(ada.complete(7, person("'deleted':true,'email':'','firstname':'Ada'"), null))
                    .extracting(Problem::code)
                    .containsExactly("firstname.completed");
            assertThat(ada.person().path("firstname").asString()).isEqualTo("Ada");
        }

        @Test
        void isContradictedInWhatThatRowGave() {
            MergedPerson ada = first("", null);
            ada.complete(7, person("'phone1':'555'"), null);
            assertThat(ada.contradictions(9, person("'phone1':'666'"), null, Set.of()))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message()).startsWith("Row 7 has the phone1 555 for ada"));
        }

        @Test
        void isNotOneThatNothingWasAddedTo() {
            MergedPerson ada = first("'city':'Oslo'", null);
            assertThat(ada.complete(7, person("'city':'Oslo'"), null)).isEmpty();
            assertThat(ada.isCompleted()).isFalse();
        }
    }
}
