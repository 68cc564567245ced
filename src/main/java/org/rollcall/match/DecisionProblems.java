package org.rollcall.match;

import org.rollcall.moodle.Account;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;

/** Why what a row asks for its account is not done, in words for a registrar. */
final class DecisionProblems {

    private DecisionProblems() {}

    static Problem notCreated(AccountWish wish) {
        return new Problem(
                wish.row(),
                "username",
                wish.person().username(),
                "username.unknown",
                "The site has no account for %s, and none is created, as rollcall.accounts.mode is update-only."
                        .formatted(wish.person().username()),
                Severity.ERROR);
    }

    static Problem guest(AccountWish wish) {
        return new Problem(
                wish.row(),
                "username",
                wish.person().username(),
                "username.guest",
                "The account guest is Moodle's own for visitors; it cannot be changed, enrolled or deleted.",
                Severity.ERROR);
    }

    static Problem nothingToRename(AccountWish wish) {
        return rename(
                wish,
                "unknown",
                "The site has no account %s that could be renamed to %s."
                        .formatted(wish.oldUsername(), wish.person().username()));
    }

    static Problem renameNotAllowed(AccountWish wish, Account account) {
        return rename(
                wish,
                "not-allowed",
                "The account %s is not renamed to %s, as rollcall.accounts.allow-renames is false."
                        .formatted(account.username(), wish.person().username()));
    }

    private static Problem rename(AccountWish wish, String kind, String sentence) {
        String oldUsername = wish.oldUsername();
        return new Problem(
                wish.row(),
                "oldusername",
                oldUsername == null ? "" : oldUsername,
                "oldusername." + kind,
                sentence,
                Severity.ERROR);
    }

    static Problem suspensionNotAllowed(AccountWish wish, String username) {
        boolean suspend = Boolean.TRUE.equals(wish.suspended());
        return new Problem(
                wish.row(),
                "suspended",
                suspend ? "1" : "0",
                "suspended.not-allowed",
                "The account %s is not %s, as rollcall.accounts.allow-suspends is false."
                        .formatted(username, suspend ? "suspended" : "let in again"),
                Severity.WARNING);
    }

    static Problem nothingToDelete(AccountWish wish) {
        return deletion(
                wish,
                "absent",
                "The site has no account %s, so there is nothing to delete."
                        .formatted(wish.person().username()),
                Severity.WARNING);
    }

    /**
     * @param setting what forbids it
     */
    static Problem deletionNotAllowed(AccountWish wish, Account account, String setting) {
        return deletion(
                wish,
                "not-allowed",
                "The account %s is not deleted, as rollcall.accounts.%s.".formatted(account.username(), setting),
                Severity.ERROR);
    }

    private static Problem deletion(AccountWish wish, String kind, String sentence, Severity severity) {
        return new Problem(wish.row(), "deleted", "1", "deleted." + kind, sentence, severity);
    }
}
