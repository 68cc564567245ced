package org.rollcall.provision.account;

import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.StagedRow;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.roster.Person;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;

/** What is wrong with a row whose account cannot be created, in words for a registrar. */
final class AccountProblems {

    private AccountProblems() {}

    /**
     * The row has no username of its own, and the one that was made of the names is an account's of which nothing else
     * tells that it is this person's.
     */
    static Problem madeUsernameTaken(StagedRow row, Account account) {
        return error(
                row,
                "username",
                row.person().username(),
                "username.made-taken",
                ("The row has no username, and %s, which was made of its names, is the account of %s (%s) on the site: if"
                                + " that is this person, write the username into the row, if not, another one.")
                        .formatted(account.username(), account.fullname(), account.email()));
    }

    /** The plan says that the account is to be created, and by now the site has it, or one with its email. */
    static Problem cameSincePlan(StagedRow row, Account account) {
        return error(
                row,
                "username",
                row.person().username(),
                "username.since-plan",
                ("Since the plan was made the account %s (%s, %s) has come to be on the site; it was left as it is. Make a new"
                                + " plan for this row.")
                        .formatted(account.username(), account.fullname(), account.email()));
    }

    static Problem usernameTaken(StagedRow row, Account owner) {
        return error(
                row,
                "username",
                row.person().username(),
                "username.taken",
                "The username %s was given to %s, with another email address, while this run was under way."
                        .formatted(row.person().username(), owner.fullname()));
    }

    /** The site refused the row when it stood alone, and neither its username nor its email is somebody else's. */
    static Problem refused(StagedRow row, Refused<?> refusal) {
        if (refusal.errorCode().equals(Refused.PASSWORD_POLICY)) {
            return error(
                    row,
                    "password",
                    "",
                    "password.policy",
                    "The site does not take the password: " + refusal.message());
        }
        StringBuilder sentence = new StringBuilder("The site refused this account and says only \"")
                .append(refusal.message())
                .append("\".");
        String unusual = unusualValues(row.person());
        if (!unusual.isEmpty()) {
            sentence.append(" Look first at ").append(unusual).append(": the site may not know it.");
        }
        return error(row, "", "", "account.refused", sentence.toString());
    }

    /** The values that Moodle checks against what is installed, which nobody but the site knows. */
    private static String unusualValues(Person person) {
        StringBuilder values = new StringBuilder();
        append(values, "auth", person.auth());
        append(values, "lang", person.lang());
        append(values, "theme", person.theme());
        return values.toString();
    }

    private static void append(StringBuilder values, String column, @Nullable String value) {
        if (value != null) {
            values.append(values.isEmpty() ? "" : ", ")
                    .append(column)
                    .append(" ")
                    .append(value);
        }
    }

    private static Problem error(StagedRow row, String column, String value, String code, String sentence) {
        return new Problem(row.number(), column, value, code, sentence, Severity.ERROR);
    }
}
