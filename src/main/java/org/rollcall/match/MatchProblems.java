package org.rollcall.match;

import java.util.List;
import java.util.Objects;
import org.rollcall.moodle.Account;
import org.rollcall.roster.Person;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;
import org.rollcall.roster.header.RosterField;
import org.rollcall.roster.text.Wording;

/** What keeps a row and an account apart, in words for a registrar. */
public final class MatchProblems {

    private MatchProblems() {}

    /** The row's email address is somebody else's. */
    public static Problem emailTaken(int row, Person person, Account owner) {
        return taken(AccountWish.of(row, person), RosterField.EMAIL, owner);
    }

    /** The account with the row's username has another email and another name: it is somebody else's. */
    public static Problem otherPerson(int row, Person person, Account account) {
        return otherPerson(AccountWish.of(row, person), RosterField.USERNAME, account);
    }

    /** The account keeps its own email. */
    public static Problem emailDiffers(int row, Person person, Account account) {
        return new Problem(
                row,
                "email",
                person.email(),
                "email.differs",
                "The account %s has the email address %s on the site and keeps it."
                        .formatted(account.username(), account.email()),
                Severity.WARNING);
    }

    static Problem usernameDiffers(AccountWish wish, RosterField by, Account account) {
        return new Problem(
                wish.row(),
                "username",
                wish.person().username(),
                "username.differs",
                "The account to which %s belongs has the username %s on the site and keeps it."
                        .formatted(named(wish, by), account.username()),
                Severity.WARNING);
    }

    static Problem taken(AccountWish wish, RosterField column, Account owner) {
        return error(
                wish,
                column,
                "taken",
                "%s already belongs to the account %s.".formatted(capitalized(named(wish, column)), shown(owner)));
    }

    static Problem otherPerson(AccountWish wish, RosterField by, Account account) {
        String sentence = by == RosterField.USERNAME
                ? "The account %s on the site is %s (%s), whose name and email are both other than this row's; give this person another username."
                        .formatted(account.username(), account.fullname(), account.email())
                : "%s belongs to the account %s, %s (%s), whose name and email are both other than this row's; look at the %s."
                        .formatted(
                                capitalized(named(wish, by)),
                                account.username(),
                                account.fullname(),
                                account.email(),
                                by.stem());
        return error(wish, by, "other-person", sentence);
    }

    /** The row asks for the deletion of an account that is not, by all it tells, the one that it leads to. */
    static Problem notToBeDeleted(AccountWish wish, RosterField by, Account account) {
        return error(
                wish,
                by,
                "other-person",
                "%s is that of %s (%s), and this row, which asks for the account to be deleted, tells of somebody else; look at the %s."
                        .formatted(
                                capitalized(named(wish, by)),
                                account.fullname(),
                                account.email() == null ? "its email is hidden" : account.email(),
                                by.stem()));
    }

    /** Two columns lead to two accounts. */
    static Problem conflict(
            AccountWish wish, RosterField column, Account account, RosterField otherColumn, Account other) {
        String sentence = "%s, but %s.".formatted(clause(wish, column, account), clause(wish, otherColumn, other));
        return error(wish, otherColumn, "taken", capitalized(sentence));
    }

    private static String clause(AccountWish wish, RosterField column, Account account) {
        boolean itself = column == RosterField.USERNAME || column == RosterField.OLDUSERNAME;
        return named(wish, column) + (itself ? " is the account " : " belongs to the account ") + shown(account);
    }

    /** One column leads to several accounts, and no other tells which of them is meant. */
    static Problem shared(AccountWish wish, RosterField column, List<Account> accounts) {
        List<String> names =
                accounts.stream().limit(3).map(MatchProblems::shown).toList();
        String more = accounts.size() > 3 ? " (and %d more)".formatted(accounts.size() - 3) : "";
        return error(
                wish,
                column,
                "shared",
                "%s belongs to several accounts, %s%s, and nothing in the row tells which of them is meant."
                        .formatted(capitalized(named(wish, column)), Wording.listed(names), more));
    }

    static Problem renameTaken(AccountWish wish, Account old, Account holder) {
        return error(
                wish,
                RosterField.OLDUSERNAME,
                "taken",
                "The account %s cannot be renamed to %s, which is the username of %s already."
                        .formatted(shown(old), wish.person().username(), holder.fullname()));
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String shown(Account account) {
        return "%s (%s)".formatted(account.username(), account.fullname());
    }

    private static String named(AccountWish wish, RosterField column) {
        String name = column == RosterField.EMAIL ? "email address" : column.stem();
        return "the " + name + " " + Wording.shortened(value(wish, column));
    }

    private static String value(AccountWish wish, RosterField column) {
        return Objects.requireNonNullElse(wish.value(column), "");
    }

    private static Problem error(AccountWish wish, RosterField column, String kind, String sentence) {
        return new Problem(
                wish.row(), column.stem(), value(wish, column), column.stem() + "." + kind, sentence, Severity.ERROR);
    }
}
