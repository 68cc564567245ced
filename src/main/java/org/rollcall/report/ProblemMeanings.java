package org.rollcall.report;

import java.util.Map;

/** What the codes of problems mean, for whoever has many rows with the same one. The reasons of a row say more. */
final class ProblemMeanings {

    private static final Map<String, String> OF_KINDS = Map.ofEntries(
            Map.entry("missing", "Every row needs a value here, and the cell is empty."),
            Map.entry("too-long", "The value has more characters than are taken."),
            Map.entry("invalid", "Moodle does not take a value of this form."),
            Map.entry("unknown", "The site knows nothing of this name."),
            Map.entry("ambiguous", "The value may mean several things."),
            Map.entry("duplicate", "An earlier row of the file has the same value; it belongs to one person only."),
            Map.entry("taken", "The value belongs to another account on the site."),
            Map.entry("shared", "The value belongs to several accounts on the site."),
            Map.entry("other-person", "The account that has this value is somebody else's, by name and email."),
            Map.entry("contradicts", "Another row of the same person says something else."),
            Map.entry("rejected", "Another row stands for the same person, and could not be done."),
            Map.entry("conflict", "Two cells of the row say the same thing twice."),
            Map.entry("repeated", "The same course stands in the row twice."),
            Map.entry("without-course", "The cell belongs to a course, and the row names none."),
            Map.entry("differs", "The person is enrolled with another role already."),
            Map.entry("policy", "The password does not follow the site's password policy."),
            Map.entry("guest", "The account is Moodle's own for visitors, which stays as it is."),
            Map.entry("not-allowed", "The settings of Rollcall do not allow it."),
            Map.entry("made-taken", "The username that was made for the row belongs to somebody else."),
            Map.entry("since-plan", "The site has changed since the plan was made; plan the row again."),
            Map.entry(
                    "no-permission",
                    "Rollcall's account on the site lacks a permission; the site's administrator can give it."),
            Map.entry(
                    "unreadable", "Rollcall's account may not see who is there; the site's administrator can let it."),
            Map.entry("status-unreadable", "Rollcall's account may not see whose enrolment is suspended."),
            Map.entry("not-created", "The site did not create what the row names."),
            Map.entry("refused", "The site refused it; the reasons quote what it says."),
            Map.entry(
                    "no-manual-enrolment",
                    "The course takes no manual enrolments; the site's administrator can add them."),
            Map.entry("role-not-assignable", "Rollcall's account may not give this role in the course."),
            Map.entry("account-suspended", "The account is suspended on the site."),
            Map.entry("account-deleted", "The account was deleted on the site."),
            Map.entry("account-unconfirmed", "The account was never confirmed on the site."),
            Map.entry("account-guest", "The account is the site's guest account."),
            Map.entry("account-unknown", "The account is no longer on the site."));

    private static final Map<String, String> OF_WHOLE_CODES = Map.ofEntries(
            Map.entry(
                    "row.ragged",
                    "The row has more or fewer cells than the header, so that cells may stand in wrong columns."),
            Map.entry("row.quote", "A quotation mark is missing, or stands where none may stand."),
            Map.entry("row.too-long", "The row is longer than any row can be; a quotation mark may be missing."),
            Map.entry(
                    "cell.damaged",
                    "The spreadsheet changed the value into something else, and it cannot be told what it was."),
            Map.entry("cell.charset", "The cell has bytes that are no text; type it again."),
            Map.entry(
                    "cell.merged",
                    "The cell is merged with others, so that it is not clear which rows have its value."),
            Map.entry("account.refused", "The site did not create the account; the reasons quote what it says."),
            Map.entry("account.not-updated", "The site did not change the account; the reasons quote what it says."),
            Map.entry("account.repeated", "Two rows of the file lead to the same account."),
            Map.entry("account.admin", "The account is an administrator's, which Rollcall leaves alone."),
            Map.entry("account.deleted", "The account was deleted on the site."),
            Map.entry(
                    "username.unknown",
                    "The site has no account for the person, and the settings let none be created."),
            Map.entry("deleted.refused", "The site did not delete the account."));

    private ProblemMeanings() {}

    /** What a code means, in one sentence. */
    static String of(String code) {
        String kind = code.substring(code.lastIndexOf('.') + 1);
        String meaning = OF_WHOLE_CODES.getOrDefault(code, OF_KINDS.get(kind));
        return meaning == null ? "The reasons of the rows say more." : meaning;
    }
}
