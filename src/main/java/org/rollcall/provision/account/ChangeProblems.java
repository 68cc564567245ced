package org.rollcall.provision.account;

import java.util.List;
import java.util.stream.Collectors;
import org.rollcall.ledger.AccountChange;
import org.rollcall.ledger.ChangedField;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.UserWarning;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;
import org.rollcall.roster.text.Wording;

/** Why an account was not changed or deleted, in words for a registrar. */
final class ChangeProblems {

    /** What Moodle checks against what is installed, which nobody but the site knows. */
    private static final List<String> KNOWN_TO_THE_SITE_ALONE = List.of("auth", "lang", "theme");

    private ChangeProblems() {}

    /** The site changed the others of a call, and said this of one. */
    static Problem notUpdated(AccountChange change, UserWarning warning) {
        String account = change.username();
        return switch (warning.code()) {
            case "useremailduplicate" ->
                error(
                        change,
                        "email",
                        "email.taken",
                        "The email address %s already belongs to another account, so nothing of the account of %s was changed."
                                .formatted(value(change, "email"), account));
            case "useremailinvalid" ->
                error(
                        change,
                        "email",
                        "email.refused",
                        "The site does not take the email address %s, so nothing of the account of %s was changed."
                                .formatted(value(change, "email"), account));
            case "usernotupdatedadmin" ->
                whole(
                        change,
                        "account.admin",
                        "The account of %s is an administrator's, which the token's account may not change."
                                .formatted(account));
            case "usernotupdateddeleted", "invaliduserid" ->
                whole(
                        change,
                        "account.deleted",
                        "The account of %s was deleted on the site while this run was under way.".formatted(account));
            default -> notUpdated(change, warning.message());
        };
    }

    /** The site did not change the account. */
    static Problem notUpdated(AccountChange change, String saying) {
        String look = change.fields().stream()
                .filter(field -> KNOWN_TO_THE_SITE_ALONE.contains(field.column()))
                .map(field -> field.column() + " " + field.after())
                .collect(Collectors.joining(", "));
        String rename = value(change, "username");
        String hint = look.isEmpty()
                ? rename.isEmpty() ? "" : " The username " + rename + " may have been given to somebody else."
                : " Look first at " + look + ": the site may not know it.";
        return whole(
                change,
                "account.not-updated",
                "The site did not change the %s of the account of %s and says only \"%s\".%s"
                        .formatted(Wording.listed(columns(change)), change.username(), saying, hint));
    }

    /** Somebody has changed the account since the plan was made. */
    static Problem changedSincePlan(AccountChange change, ChangedField field, String now) {
        return error(
                change,
                field.column(),
                "account.since-plan",
                ("Since the plan was made the %s of the account of %s has changed from \"%s\" to \"%s\"; nothing of the account was"
                                + " changed. Make a new plan for this row.")
                        .formatted(field.column(), change.username(), field.before(), now));
    }

    /** The account is gone since the plan was made. */
    static Problem goneSincePlan(AccountChange change) {
        return whole(
                change,
                "account.since-plan",
                "Since the plan was made the account of %s was deleted on the site.".formatted(change.username()));
    }

    static Problem passwordRefused(AccountChange change) {
        return new Problem(
                change.row(),
                AccountChange.PASSWORD,
                "",
                "password.policy",
                "The site did not take the password of %s, which may fail the site's password policy; everything else of the account is as the row wants it."
                        .formatted(change.username()),
                Severity.ERROR);
    }

    static Problem notDeleted(AccountChange change, Refused<?> refusal) {
        String sentence = switch (refusal.errorCode()) {
            case "useradminodelete" -> "The account of %s is an administrator's, which Moodle does not delete.";
            case "usernotdeletederror" -> "The account of %s is the token's own, which Moodle does not delete.";
            default -> "The site did not delete the account of %s and says only \"" + refusal.message() + "\".";
        };
        return new Problem(
                change.row(), "deleted", "1", "deleted.refused", sentence.formatted(change.username()), Severity.ERROR);
    }

    private static List<String> columns(AccountChange change) {
        return change.fields().stream().map(ChangedField::column).toList();
    }

    private static String value(AccountChange change, String column) {
        return change.fields().stream()
                .filter(field -> field.column().equals(column))
                .map(ChangedField::after)
                .findFirst()
                .orElse("");
    }

    private static Problem whole(AccountChange change, String code, String sentence) {
        List<String> columns = columns(change);
        return new Problem(
                change.row(),
                String.join("; ", columns),
                columns.size() == 1 ? value(change, columns.get(0)) : "",
                code,
                sentence,
                Severity.ERROR);
    }

    private static Problem error(AccountChange change, String column, String code, String sentence) {
        return new Problem(change.row(), column, value(change, column), code, sentence, Severity.ERROR);
    }
}
