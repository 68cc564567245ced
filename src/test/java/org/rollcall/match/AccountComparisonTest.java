package org.rollcall.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.match.AccountFixture.ada;
import static org.rollcall.match.AccountFixture.named;
import static org.rollcall.match.AccountFixture.suspended;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.match.AccountMatch.Found;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.CustomField;
import org.rollcall.moodle.UserField;
import org.rollcall.moodle.UserUpdate;
import org.rollcall.operation.AccountSettings;
import org.rollcall.operation.AccountSettings.ExistingDetails;
import org.rollcall.operation.AccountSettings.MatchField;
import org.rollcall.operation.AccountSettings.Mode;
import org.rollcall.provision.PersonFixture;
import org.rollcall.roster.header.RosterField;

@DisplayName("An account compared with its row")
class AccountComparisonTest {

    private static final Account ADA = ada(Map.of(), Map.of());

    private static AccountSettings settings(ExistingDetails details) {
        return new AccountSettings(
                Mode.CREATE_OR_UPDATE, details, List.of(MatchField.USERNAME), true, false, true, true);
    }

    private static AccountComparison compare(
            ExistingDetails details, Account account, boolean rowChanged, Map<String, Object> row) {
        AccountWish wish = AccountWish.of(2, PersonFixture.with(row));
        return AccountComparison.of(settings(details), wish, new Found(account, RosterField.USERNAME), rowChanged);
    }

    /** What changes, as {@code city: old -> new}, with a question mark for what the site does not tell. */
    private static String told(AccountComparison comparison) {
        return String.join(
                ", ",
                comparison.changes().stream()
                        .map(change -> "%s: %s -> %s"
                                .formatted(
                                        change.column(),
                                        change.oldValue() == null ? "?" : change.oldValue(),
                                        change.newValue()))
                        .toList());
    }

    private static ExistingDetails details(String setting) {
        return ExistingDetails.valueOf(setting.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Nested
    @DisplayName("in a field that the site tells")
    class Told {

        @ParameterizedTest(name = "{0}: {1} holds {2}, the row {3}")
        @CsvSource(nullValues = "-", ignoreLeadingAndTrailingWhitespace = true, textBlock = """
                nothing,      CITY,        '',            Paris,         ''
                nothing,      CITY,        London,        Paris,         ''
                fill-missing, CITY,        '',            Paris,         city:  -> Paris
                fill-missing, CITY,        London,        Paris,         ''
                fill-missing, CITY,        '',            -,             ''
                from-file,    CITY,        '',            Paris,         city:  -> Paris
                from-file,    CITY,        London,        Paris,         city: London -> Paris
                from-file,    CITY,        London,        LONDON,        city: London -> LONDON
                from-file,    CITY,        London,        London,        ''
                from-file,    CITY,        'London ',     London,        ''
                from-file,    CITY,        London,        -,             ''
                from-file,    CITY,        '',            0,             ''
                from-file,    IDNUMBER,    E-1,           e-1,           idnumber: E-1 -> e-1
                from-file,    COUNTRY,     '',            NO,            country:  -> NO
                from-file,    COUNTRY,     NO,            NO,            ''
                from-file,    TIMEZONE,    99,            99,            ''
                from-file,    TIMEZONE,    99,            Europe/Oslo,   timezone: 99 -> Europe/Oslo
                fill-missing, TIMEZONE,    99,            Europe/Oslo,   ''
                from-file,    AUTH,        manual,        ldap,          auth: manual -> ldap
                from-file,    AUTH,        oauth2,        -,             ''
                fill-missing, AUTH,        oauth2,        manual,        ''
                from-file,    LANG,        en,            de,            lang: en -> de
                fill-missing, LANG,        en,            de,            ''
                fill-missing, THEME,       '',            boost,         theme:  -> boost
                from-file,    INSTITUTION, Acme & Co,     Acme & Co,     ''
                from-file,    DEPARTMENT,  HR,            IT,            department: HR -> IT
                from-file,    ADDRESS,     Main Street 1, Main Street 1, ''
                from-file,    INTERESTS,   'chess, Tea',  'tea,chess',   ''
                from-file,    INTERESTS,   'chess, tea',  'tea',         'interests: chess, tea -> tea'
                fill-missing, INTERESTS,   '',            'tea',         'interests:  -> tea'
                """)
        void changesAsTheSettingSays(
                String setting, UserField field, String stored, @Nullable String wanted, String expected) {
            Account account = ada(stored.isEmpty() ? Map.of() : Map.of(field, stored), Map.of());
            Map<String, Object> row = wanted == null ? Map.of() : Map.of(field.parameter(), wanted);

            AccountComparison comparison = compare(details(setting), account, false, row);

            assertThat(told(comparison)).isEqualTo(expected);
            assertThat(comparison.update())
                    .isEqualTo(
                            expected.isEmpty() || wanted == null
                                    ? UserUpdate.of(7)
                                    : UserUpdate.of(7).with(field, wanted));
        }

        @ParameterizedTest
        @CsvSource({"from-file, 1, 0, mailformat: 1 -> 0", "from-file, 0, 0, ''", "fill-missing, 1, 0, ''"})
        void comparesNumbers(String setting, String stored, int wanted, String expected) {
            Account account = ada(Map.of(UserField.MAILFORMAT, stored), Map.of());

            assertThat(told(compare(details(setting), account, true, Map.of("mailformat", wanted))))
                    .isEqualTo(expected);
        }
    }

    @Nested
    @DisplayName("in a name or the email")
    class Names {

        @ParameterizedTest(name = "{0}: {1} {2} {3}")
        @CsvSource(nullValues = "-", textBlock = """
                nothing,      Augusta, King,     old@example.edu, ''
                fill-missing, Augusta, King,     old@example.edu, ''
                fill-missing, '',      ' ',      ada@example.edu, 'firstname:  -> Ada, lastname:   -> Lovelace'
                from-file,    Ada,     Lovelace, ada@example.edu, ''
                from-file,    Augusta, Lovelace, ada@example.edu, firstname: Augusta -> Ada
                from-file,    Ada,     King,     ada@example.edu, lastname: King -> Lovelace
                from-file,    Ada,     LOVELACE, ada@example.edu, lastname: LOVELACE -> Lovelace
                from-file,    Ada,     Lovelace, Ada@example.edu, email: Ada@example.edu -> ada@example.edu
                from-file,    Ada,     Lovelace, old@example.edu, email: old@example.edu -> ada@example.edu
                from-file,    -,       -,        -,               ''
                """)
        void changesAsTheSettingSays(
                String setting,
                @Nullable String firstname,
                @Nullable String lastname,
                @Nullable String email,
                String expected) {
            AccountComparison comparison =
                    compare(details(setting), named(ADA, "ada", firstname, lastname, email), false, Map.of());

            assertThat(told(comparison)).isEqualTo(expected);
            assertThat(comparison.update().firstname()).isEqualTo(expected.contains("firstname") ? "Ada" : null);
            assertThat(comparison.update().lastname()).isEqualTo(expected.contains("lastname") ? "Lovelace" : null);
            assertThat(comparison.update().email()).isEqualTo(expected.contains("email") ? "ada@example.edu" : null);
        }

        @Test
        void thatIsHiddenIsSentWithARowThatChanged() {
            AccountComparison comparison =
                    compare(ExistingDetails.FROM_FILE, named(ADA, "ada", null, null, null), true, Map.of());

            assertThat(told(comparison))
                    .isEqualTo("firstname: ? -> Ada, lastname: ? -> Lovelace, email: ? -> ada@example.edu");
        }

        @Test
        void leavesAUsernameAloneThatNobodyAsksToChange() {
            assertThat(told(compare(
                            ExistingDetails.FROM_FILE,
                            named(ADA, "ada.l", "Ada", "Lovelace", "ada@example.edu"),
                            true,
                            Map.of())))
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("in a field that the site does not tell")
    class Untold {

        @ParameterizedTest
        @EnumSource(
                names = {
                    "PHONE1",
                    "PHONE2",
                    "MIDDLENAME",
                    "ALTERNATENAME",
                    "FIRSTNAMEPHONETIC",
                    "LASTNAMEPHONETIC",
                    "DESCRIPTION"
                })
        void isSentOnlyFromAFileWhoseRowChanged(UserField field) {
            Map<String, Object> row = Map.of(field.parameter(), "new");

            assertThat(told(compare(ExistingDetails.FROM_FILE, ADA, false, row)))
                    .isEmpty();
            assertThat(told(compare(ExistingDetails.FILL_MISSING, ADA, true, row)))
                    .isEmpty();
            assertThat(told(compare(ExistingDetails.NOTHING, ADA, true, row))).isEmpty();
            AccountComparison sent = compare(ExistingDetails.FROM_FILE, ADA, true, row);
            assertThat(sent.changes()).containsExactly(new FieldChange(field.parameter(), null, "new"));
            assertThat(sent.update()).isEqualTo(UserUpdate.of(7).with(field, "new"));
        }

        @Test
        void isSentAsANumber() {
            assertThat(told(compare(ExistingDetails.FROM_FILE, ADA, true, Map.of("maildisplay", 2))))
                    .isEqualTo("maildisplay: ? -> 2");
        }
    }

    @Nested
    @DisplayName("in custom profile fields")
    class CustomFields {

        @ParameterizedTest(name = "{0}: holds {1}, the row {2}, row changed: {3}")
        @CsvSource(nullValues = "-", textBlock = """
                nothing,      text:A, B, true,  ''
                fill-missing, text:A, B, true,  ''
                fill-missing, -,      B, true,  profile_field_badge:  -> B
                from-file,    text:A, A, true,  ''
                from-file,    text:A, B, false, profile_field_badge: A -> B
                from-file,    text:A, a, false, profile_field_badge: A -> a
                from-file,    menu:A, B, false, profile_field_badge: A -> B
                from-file,    -,      B, true,  profile_field_badge:  -> B
                # Perhaps the site has no such field: asked for once, not in every run.
                from-file,    -,      B, false, ''
                fill-missing, -,      B, false, ''
                # Moodle makes seconds of a date, in a time zone that the row does not know.
                from-file,    datetime:1700000000, 2023-11-14, false, ''
                from-file,    datetime:1700000000, 2023-11-14, true,  profile_field_badge: ? -> 2023-11-14
                fill-missing, datetime:1700000000, 2023-11-14, true,  ''
                """)
        void changesAsTheSettingSays(
                String setting, @Nullable String stored, String wanted, boolean rowChanged, String expected) {
            Map<String, CustomField> fields = stored == null
                    ? Map.of()
                    : Map.of("badge", custom(stored), "other", new CustomField("text", "stays"));

            AccountComparison comparison = compare(
                    details(setting),
                    ada(Map.of(), fields),
                    rowChanged,
                    Map.of("profileFields", Map.of("badge", wanted)));

            assertThat(told(comparison)).isEqualTo(expected);
            assertThat(comparison.update().customFields())
                    .isEqualTo(expected.isEmpty() ? Map.of() : Map.of("badge", wanted));
        }

        private CustomField custom(String typeAndValue) {
            int colon = typeAndValue.indexOf(':');
            return new CustomField(typeAndValue.substring(0, colon), typeAndValue.substring(colon + 1));
        }

        @Test
        void tellsShortNamesApartByTheirCase() {
            Account account = ada(Map.of(), Map.of("badge", new CustomField("text", "A")));

            assertThat(told(compare(
                            ExistingDetails.FROM_FILE, account, true, Map.of("profileFields", Map.of("Badge", "A")))))
                    .isEqualTo("profile_field_Badge:  -> A");
        }
    }

    @Nested
    @DisplayName("in its password")
    class Passwords {

        private AccountComparison compare(ExistingDetails details, boolean allowed, boolean rowChanged) {
            AccountSettings settings = new AccountSettings(
                    Mode.CREATE_OR_UPDATE, details, List.of(MatchField.USERNAME), allowed, false, true, true);
            AccountWish wish = new AccountWish(2, PersonFixture.with(Map.of()), "Secret-1", null, null, false);
            return AccountComparison.of(settings, wish, new Found(ADA, RosterField.USERNAME), rowChanged);
        }

        @ParameterizedTest
        @CsvSource({
            "FROM_FILE, true, true, true",
            "FILL_MISSING, true, true, true",
            "NOTHING, true, true, false",
            "FROM_FILE, false, true, false",
            "FROM_FILE, true, false, false"
        })
        void changesOnlyWhereThatIsAllowedAndTheRowChanged(
                ExistingDetails details, boolean allowed, boolean rowChanged, boolean sent) {
            AccountComparison comparison = compare(details, allowed, rowChanged);

            assertThat(comparison.update().password()).isEqualTo(sent ? "Secret-1" : null);
            assertThat(told(comparison)).isEqualTo(sent ? "password: ? -> " : "");
        }

        @Test
        void isNeverShown() {
            assertThat(compare(ExistingDetails.FROM_FILE, true, true).toString())
                    .contains("password")
                    .doesNotContain("Secret-1");
        }
    }

    @Nested
    @DisplayName("in its username and suspension, whatever becomes of the details,")
    class State {

        private AccountComparison compare(
                ExistingDetails details,
                Account account,
                @Nullable String oldUsername,
                @Nullable Boolean wanted,
                boolean rowChanged) {
            AccountWish wish = new AccountWish(2, PersonFixture.with(Map.of()), null, oldUsername, wanted, false);
            RosterField by = oldUsername == null ? RosterField.USERNAME : RosterField.OLDUSERNAME;
            return AccountComparison.of(settings(details), wish, new Found(account, by), rowChanged);
        }

        @ParameterizedTest
        @EnumSource
        void isRenamed(ExistingDetails details) {
            Account old = named(ADA, "ada.l", "Ada", "Lovelace", "ada@example.edu");

            AccountComparison comparison = compare(details, old, "ada.l", null, false);

            assertThat(told(comparison)).isEqualTo("username: ada.l -> ada");
            assertThat(comparison.update()).isEqualTo(UserUpdate.of(7).withUsername("ada"));
        }

        @ParameterizedTest(name = "suspended {1}, wanted {2}, row changed: {3}")
        @CsvSource(nullValues = "-", textBlock = """
                NOTHING,      false, true,  false, suspended: 0 -> 1
                FROM_FILE,    false, true,  false, suspended: 0 -> 1
                FILL_MISSING, true,  false, false, suspended: 1 -> 0
                FILL_MISSING, true,  true,  true,  ''
                FILL_MISSING, false, false, true,  ''
                FILL_MISSING, true,  -,     true,  ''
                FILL_MISSING, -,     true,  true,  suspended: ? -> 1
                FILL_MISSING, -,     true,  false, ''
                """)
        void isSuspendedAndLetInAgain(
                ExistingDetails details,
                @Nullable Boolean stored,
                @Nullable Boolean wanted,
                boolean rowChanged,
                String expected) {
            AccountComparison comparison = compare(details, suspended(ADA, stored), null, wanted, rowChanged);

            assertThat(told(comparison)).isEqualTo(expected);
            assertThat(comparison.update().suspended()).isEqualTo(expected.isEmpty() ? null : wanted);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("is the same once the update was carried out, but for what is not told")
    void comesToRest(boolean rowChanged) {
        Map<String, Object> row = new HashMap<>(Map.of("city", "Paris", "interests", "tea, chess", "mailformat", 0));
        row.put("profileFields", Map.of("badge", "B"));
        Account before = ada(Map.of(UserField.MAILFORMAT, "1"), Map.of("badge", new CustomField("text", "A")));
        UserUpdate update =
                compare(ExistingDetails.FROM_FILE, before, rowChanged, row).update();

        Map<String, CustomField> custom = new HashMap<>();
        update.customFields().forEach((name, value) -> custom.put(name, new CustomField("text", value)));
        Account after = ada(update.fields(), custom);

        assertThat(compare(ExistingDetails.FROM_FILE, after, rowChanged, row)
                        .update()
                        .isEmpty())
                .isTrue();
    }
}
