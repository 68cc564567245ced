package org.rollcall.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.match.AccountFixture.account;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.match.AccountMatch.Conflicting;
import org.rollcall.match.AccountMatch.Found;
import org.rollcall.match.AccountMatch.None;
import org.rollcall.moodle.Account;
import org.rollcall.operation.AccountSettings.MatchField;
import org.rollcall.provision.PersonFixture;
import org.rollcall.roster.file.Severity;

@DisplayName("A row's account")
class AccountMatcherTest {

    private static final KnownAccounts SITE = new KnownAccounts(List.of(
            account(1, "jdoe", "Jane", "Doe", "Jane@x.edu", "E-1"),
            account(2, "jane.doe", "Jane", "Doe", "jane.doe@x.edu", "E-2"),
            account(3, "tim", "Tim", "Twin", "twins@x.edu", "E-3"),
            account(4, "tom", "Tom", "Twin", "twins@x.edu", "e-3"),
            account(5, "emile", "Emile", "Zola", "émile@x.edu", ""),
            account(6, "hidden", "Hid", "Den", null, ""),
            account(7, "trio1", "T", "Rio", "trio1@x.edu", "T"),
            account(8, "trio2", "T", "Rio", "trio2@x.edu", "T"),
            account(9, "trio3", "T", "Rio", "trio3@x.edu", "T"),
            account(10, "trio4", "T", "Rio", "trio4@x.edu", "T"),
            // Looked up twice, once by its email and once by its username.
            account(1, "jdoe", "Jane", "Doe", "Jane@x.edu", "E-1")));

    private static AccountWish wish(
            String username, @Nullable String oldUsername, String name, String email, @Nullable String idnumber) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "username",
                username,
                "firstname",
                name.substring(0, name.indexOf(' ')),
                "lastname",
                name.substring(name.indexOf(' ') + 1),
                "email",
                email));
        if (idnumber != null) {
            fields.put("idnumber", idnumber);
        }
        return new AccountWish(7, PersonFixture.with(fields), null, oldUsername, null, false);
    }

    private static AccountMatch match(String order, AccountWish wish) {
        List<MatchField> fields = Arrays.stream(order.split(" "))
                .map(name -> MatchField.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
        return new AccountMatcher(fields).match(wish, SITE);
    }

    private static String told(AccountMatch match) {
        if (match instanceof Found found) {
            return found.account().username() + " by " + found.by().stem();
        }
        if (match instanceof Conflicting conflicting) {
            return conflicting.problem().code();
        }
        assertThat(match).isEqualTo(new None());
        return "none";
    }

    @ParameterizedTest(name = "{0}: {6}")
    @CsvSource(delimiter = '|', textBlock = """
            nobody has any of it               | new      | | Jane Doe  | new@x.edu      | E-9 | none
            nor an idnumber                    | new      | | Jane Doe  | new@x.edu      |     | none
            by its username                    | jdoe     | | Jane Doe  | new@x.edu      |     | jdoe by username
            by its idnumber                    | new      | | Jane Doe  | new@x.edu      | E-1 | jdoe by idnumber
            by its idnumber in other letters   | new      | | Jane Doe  | new@x.edu      | e-1 | jdoe by idnumber
            by its email                       | new      | | Jane Doe  | jane@x.edu     |     | jdoe by email
            by its email in other letters      | new      | | Jane Doe  | JANE@X.EDU     |     | jdoe by email
            by all of it, the first is told    | jdoe     | | Jane Doe  | jane@x.edu     | E-1 | jdoe by idnumber
            an idnumber that is new            | jdoe     | | Jane Doe  | jane@x.edu     | E-9 | jdoe by username
            an email with another accent       | new      | | Emile Zola | emile@x.edu   |     | none
            an email with the same accent      | new      | | Emile Zola | Émile@x.edu   |     | emile by email
            username against email             | jdoe     | | Jane Doe  | jane.doe@x.edu |     | email.taken
            idnumber against username          | jane.doe | | Jane Doe  | new@x.edu      | E-1 | username.taken
            idnumber against email             | new      | | Jane Doe  | jane.doe@x.edu | E-1 | email.taken
            two against the email              | jdoe     | | Jane Doe  | jane.doe@x.edu | E-1 | email.taken
            a shared idnumber                  | new      | | T Rio     | new@x.edu      | T   | idnumber.shared
            a shared one and the username      | trio2    | | T Rio     | new@x.edu      | T   | trio2 by idnumber
            a shared one and the email         | new      | | T Rio     | trio3@x.edu    | T   | trio3 by idnumber
            a shared one, the others against   | trio2    | | T Rio     | trio3@x.edu    | T   | email.taken
            a shared email                     | new      | | Tim Twin  | twins@x.edu    |     | email.shared
            a shared email and the username    | tom      | | Tom Twin  | twins@x.edu    |     | tom by username
            another name and email             | jdoe     | | Max Moe   | max@x.edu      |     | username.other-person
            another name and email, by idnumber | new     | | Max Moe   | max@x.edu      | E-1 | idnumber.other-person
            another name with the email        | jdoe     | | Max Moe   | jane@x.edu     |     | jdoe by username
            another last name and email        | jdoe     | | Jane Moe  | max@x.edu      |     | jdoe by username
            another name by the email alone    | new      | | Max Moe   | jane@x.edu     |     | email.taken
            another last name by email alone   | new      | | Jane Moe  | jane@x.edu     |     | jdoe by email
            a name in capitals                 | jdoe     | | JANE DOE  | max@x.edu      |     | jdoe by username
            an email that is not told          | hidden   | | Max Moe   | max@x.edu      |     | hidden by username
            """)
    void isFoundInTheOrderOfMoodlesUploader(
            String description,
            String username,
            @Nullable String oldUsername,
            String name,
            String email,
            @Nullable String idnumber,
            String expected) {
        assertThat(told(match("idnumber username email", wish(username, oldUsername, name, email, idnumber))))
                .as(description)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the username is enough             | jdoe | '' | ''  | ''             |     | jdoe by username
            so is the idnumber                 | new  | '' | ''  | ''             | E-1 | jdoe by idnumber
            an email alone is not              | new  | Jane | Doe | jane@x.edu   |     | email.taken
            the email is the account's         | jdoe | '' | ''  | JANE@x.edu     |     | jdoe by username
            the email is nobody's              | jdoe | '' | ''  | max@x.edu      |     | username.other-person
            the email is another one's         | jdoe | '' | ''  | jane.doe@x.edu |     | email.taken
            the name is another one            | jdoe | Max | Moe | jane@x.edu    |     | username.other-person
            the last name and email are others | jdoe | Jane | Moe | max@x.edu    |     | jdoe by username
            nobody has the username            | new  | '' | ''  | ''             |     | none
            """)
    void thatIsToBeDeletedIsTheRowsByAllThatItTells(
            String description,
            String username,
            String firstname,
            String lastname,
            String email,
            @Nullable String idnumber,
            String expected) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "username", username, "firstname", firstname, "lastname", lastname, "email", email, "deleted", true));
        if (idnumber != null) {
            fields.put("idnumber", idnumber);
        }
        assertThat(told(match("idnumber username email", AccountWish.of(7, PersonFixture.with(fields)))))
                .as(description)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, {3} is {4}")
    @CsvSource(nullValues = "-", textBlock = """
            email username,    jdoe, jane@x.edu,     E-1, jdoe by email
            email username,    jdoe, jane@x.edu,     E-2, jdoe by email
            username,          jdoe, new@x.edu,      E-2, jdoe by username
            idnumber,          new,  new@x.edu,      E-1, jdoe by idnumber
            email,             jdoe, jane@x.edu,     -,   jdoe by email
            idnumber,          jdoe, jane@x.edu,     E-1, jdoe by idnumber
            username,          jdoe, jane.doe@x.edu, -,   email.taken
            idnumber,          jdoe, new@x.edu,      E-2, username.taken
            username,          new,  jane@x.edu,     -,   email.taken
            email,             jdoe, new@x.edu,      -,   username.taken
            idnumber,          new,  new@x.edu,      -,   none
            username,          new,  new@x.edu,      E-1, none
            """)
    void isFoundByWhatTheSettingsNameAndNeverAgainstSomebodyElsesUsernameOrEmail(
            String order, String username, String email, @Nullable String idnumber, String expected) {
        assertThat(told(match(order, wish(username, null, "Jane Doe", email, idnumber))))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(nullValues = "-", textBlock = """
            the old one is there,             jd2,      jdoe,  new@x.edu,      jdoe by oldusername
            the old one in capitals,          jd2,      JDOE,  new@x.edu,      jdoe by oldusername
            and has the email,                jd2,      jdoe,  jane@x.edu,     jdoe by oldusername
            another one has the email,        jd2,      jdoe,  jane.doe@x.edu, email.taken
            both are there,                   jane.doe, jdoe,  new@x.edu,      oldusername.taken
            only the new one is there,        jdoe,     jd2,   new@x.edu,      jdoe by username
            neither is there,                 jd3,      jd2,   new@x.edu,      none
            neither but the email,            jd3,      jd2,   jane@x.edu,     jdoe by email
            they are the same,                jdoe,     jdoe,  new@x.edu,      jdoe by username
            they differ in capitals alone,    jdoe,     JDoe,  new@x.edu,      jdoe by username
            """)
    void isLookedForByItsOldUsernameFirst(
            String description, String username, String oldUsername, String email, String expected) {
        AccountWish wish = wish(username, oldUsername, "Jane Doe", email, null);

        assertThat(told(match("idnumber username email", wish))).as(description).isEqualTo(expected);
    }

    @Test
    void isFoundRenamedAlreadyEvenWhereUsernamesAreNotMatchedBy() {
        AccountWish wish = wish("jdoe", "jd", "Jane Doe", "new@x.edu", null);

        assertThat(told(match("idnumber", wish))).isEqualTo("jdoe by username");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            jdoe | -     | Jane Doe | jane.doe@x.edu | -   | email       | The username jdoe is the account jdoe (Jane Doe), but the email address jane.doe@x.edu belongs to the account jane.doe (Jane Doe).
            new  | -     | Jane Doe | jane.doe@x.edu | e-1 | email       | The idnumber e-1 belongs to the account jdoe (Jane Doe), but the email address jane.doe@x.edu belongs to the account jane.doe (Jane Doe).
            jdoe | -     | Jane Doe | new@x.edu      | E-2 | username    | The idnumber E-2 belongs to the account jane.doe (Jane Doe), but the username jdoe is the account jdoe (Jane Doe).
            new  | jdoe  | Jane Doe | jane.doe@x.edu | -   | email       | The oldusername jdoe is the account jdoe (Jane Doe), but the email address jane.doe@x.edu belongs to the account jane.doe (Jane Doe).
            tim  | -     | Tim Twin | jane@x.edu     | E-3 | email       | The username tim is the account tim (Tim Twin), but the email address jane@x.edu belongs to the account jdoe (Jane Doe).
            new  | -     | Max Moe  | JANE@x.edu     | -   | email       | The email address JANE@x.edu already belongs to the account jdoe (Jane Doe).
            new  | -     | Tim Twin | new@x.edu      | E-3 | idnumber    | The idnumber E-3 belongs to several accounts, tim (Tim Twin) and tom (Tom Twin), and nothing in the row tells which of them is meant.
            new  | -     | T Rio    | new@x.edu      | T   | idnumber    | The idnumber T belongs to several accounts, trio1 (T Rio), trio2 (T Rio) and trio3 (T Rio) (and 1 more), and nothing in the row tells which of them is meant.
            jdoe | -     | Max Moe  | max@x.edu      | -   | username    | The account jdoe on the site is Jane Doe (Jane@x.edu), whose name and email are both other than this row's; give this person another username.
            new  | -     | Max Moe  | max@x.edu      | E-1 | idnumber    | The idnumber E-1 belongs to the account jdoe, Jane Doe (Jane@x.edu), whose name and email are both other than this row's; look at the idnumber.
            tim  | jdoe  | Jane Doe | new@x.edu      | -   | oldusername | The account jdoe (Jane Doe) cannot be renamed to tim, which is the username of Tim Twin already.
            """)
    void isToldInASentenceWhereItIsNotClear(
            String username,
            @Nullable String oldUsername,
            String name,
            String email,
            @Nullable String idnumber,
            String column,
            String sentence) {
        AccountWish wish = wish(username, oldUsername, name, email, idnumber);

        assertThat(match("idnumber username email", wish)).isInstanceOfSatisfying(Conflicting.class, conflicting -> {
            assertThat(conflicting.problem().message()).isEqualTo(sentence);
            assertThat(conflicting.problem().row()).isEqualTo(7);
            assertThat(conflicting.problem().column()).isEqualTo(column);
            assertThat(conflicting.problem().code()).startsWith(column + ".");
            assertThat(conflicting.problem().value())
                    .isIn(username, oldUsername, email, idnumber)
                    .isNotNull();
            assertThat(conflicting.problem().severity()).isEqualTo(Severity.ERROR);
        });
    }

    @Test
    void isFoundByNamesThatTheSiteDoesNotTell() {
        Account nameless = AccountFixture.named(account(1, "jdoe", "", "", null, ""), "jdoe", null, null, "o@x.edu");
        AccountMatcher matcher = new AccountMatcher(List.of(MatchField.USERNAME));

        assertThat(matcher.match(
                        wish("jdoe", null, "Max Moe", "max@x.edu", null), new KnownAccounts(List.of(nameless))))
                .isInstanceOf(Found.class);
    }
}
