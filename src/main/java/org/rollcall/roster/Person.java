package org.rollcall.roster;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.header.RosterField;

/**
 * An account as the roster describes it. Null means that the column is absent or the cell empty; the four fields that
 * every row needs are empty instead of null when they are missing. A row that asks for deletion needs the username alone.
 * Lengths, in characters, are those of Moodle 4.5's table {@code user} ({@code lib/db/install.xml}); the fields whose
 * HTML is refused are those that {@code core_user::fill_properties_cache} gives the types {@code PARAM_NOTAGS} and
 * {@code PARAM_TEXT}.
 *
 * <p>As JSON a person has no password: it is neither written nor read. Nor is deletion written where it is not asked for,
 * so that one who only stays is the same text as ever.
 *
 * @param username lower case
 * @param password as it stands in the roster, or null
 * @param createPassword whether Moodle shall make a password and mail it
 * @param auth the login method's plugin name; null means Moodle's default, {@code manual}
 * @param country ISO 3166-1 alpha-2, upper case
 * @param timezone a zone id such as {@code Europe/Berlin}, or {@code 99} for the site's own
 * @param interests separated by commas
 * @param maildisplay 0 hidden, 1 everyone, 2 course members
 * @param mailformat 0 plain text, 1 HTML
 * @param suspended whether the account shall be barred from logging in
 * @param deleted whether the account shall be deleted; nothing is known then but whose account it is
 * @param oldUsername the username that the account has now if it shall be renamed, lower case and another one than the
 *     new one
 * @param profileFields the custom profile fields that are not empty, by short name, in the order of the columns
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Person(
        @Required @MaxLength(100) @Username String username,
        @Required @MaxLength(100) @NoMarkup String firstname,
        @Required @MaxLength(100) @NoMarkup String lastname,
        @Required @MaxLength(100) @MoodleEmail String email,
        @JsonIgnore @MaxLength(128) @Nullable String password,
        boolean createPassword,
        @MaxLength(20) @PluginName @Nullable String auth,
        @MaxLength(255) @Nullable String idnumber,
        @MaxLength(30) @LanguageCode @Nullable String lang,
        @MaxLength(120) @NoMarkup @Nullable String city,
        @CountryCode @Nullable String country,
        @KnownTimezone @Nullable String timezone,
        @Nullable String description,
        @MaxLength(255) @NoMarkup @Nullable String institution,
        @MaxLength(255) @NoMarkup @Nullable String department,
        @MaxLength(20) @NoMarkup @Nullable String phone1,
        @MaxLength(20) @NoMarkup @Nullable String phone2,
        @MaxLength(255) @NoMarkup @Nullable String address,
        @MaxLength(255) @NoMarkup @Nullable String firstnamephonetic,
        @MaxLength(255) @NoMarkup @Nullable String lastnamephonetic,
        @MaxLength(255) @NoMarkup @Nullable String middlename,
        @MaxLength(255) @NoMarkup @Nullable String alternatename,
        @NoMarkup @Nullable String interests,
        @Between(min = 0, max = 2) @Nullable Integer maildisplay,
        @Between(min = 0, max = 1) @Nullable Integer mailformat,
        @MaxLength(50) @PluginName @Nullable String theme,
        @Nullable Boolean suspended,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean deleted,

        @JsonProperty("oldusername") @MaxLength(100) @Username @Nullable
        String oldUsername,

        Map<String, String> profileFields) {

    private static final Set<String> KEEP_PASSWORDS_IN_MOODLE = Set.of("manual", "email", "none", "webservice");

    public Person {
        profileFields = Collections.unmodifiableMap(new LinkedHashMap<>(profileFields));
    }

    /**
     * A person with the four fields that every row needs and nothing else.
     *
     * @param username lower case
     * @param firstname the first name
     * @param lastname the last name
     * @param email the email address
     * @return the person
     */
    public static Person of(String username, String firstname, String lastname, String email) {
        PersonFields fields = new PersonFields();
        fields.put(RosterField.USERNAME, username);
        fields.put(RosterField.FIRSTNAME, firstname);
        fields.put(RosterField.LASTNAME, lastname);
        fields.put(RosterField.EMAIL, email);
        return fields.toPerson();
    }

    /**
     * Whether Moodle would refuse to create this account for want of a password: the row has none, does not ask for
     * one to be made, and the login method keeps its passwords in Moodle (its plugin's {@code is_internal()}). For an
     * account that exists already this does not matter.
     *
     * @return true if a password is missing
     */
    public boolean lacksPassword() {
        return password == null && !createPassword && keepsPasswordInMoodle(auth);
    }

    /** {@return the username as Moodle compares it: without regard to case} */
    public String usernameKey() {
        return username.toLowerCase(Locale.ROOT);
    }

    /** {@return the email address as {@code core_user_create_users} compares it: without regard to case} */
    public String emailKey() {
        return email.toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a login method keeps its passwords in Moodle.
     *
     * @param auth the plugin's name, or null for Moodle's default
     * @return false for one whose passwords are kept elsewhere, such as {@code ldap}
     */
    public static boolean keepsPasswordInMoodle(@Nullable String auth) {
        return auth == null || KEEP_PASSWORDS_IN_MOODLE.contains(auth);
    }

    /** Names the person for a log; no password, and nothing personal beyond the username. */
    @Override
    public String toString() {
        return "Person[" + username + "]";
    }
}
