package org.rollcall.roster;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.header.RosterColumn;
import org.rollcall.roster.header.RosterField;
import org.rollcall.roster.header.RosterHeader;
import org.rollcall.roster.text.Wording;

/** Reads the columns of a row that describe the person. */
final class PersonColumns {
    private final List<RosterColumn> columns;
    private final RowDefaults defaults;

    PersonColumns(RosterHeader header, RowDefaults defaults) {
        this.columns = header.columns().stream()
                .filter(column -> !column.field().numbered())
                .toList();
        this.defaults = defaults;
    }

    Person read(CellTexts texts, RowProblems problems) {
        PersonFields fields = new PersonFields();
        Boolean createPassword = null;
        for (RosterColumn column : columns) {
            String text = texts.of(column);
            if (text.isEmpty()) {
                continue;
            }
            switch (column.field()) {
                case USERNAME -> fields.put(column.field(), lowerCase(column, text, problems));
                case EMAIL -> fields.put(column.field(), EmailText.read(column, text, problems));
                case COUNTRY -> fields.put(column.field(), upperCase(column, text, problems));
                case MAILDISPLAY -> fields.maildisplay(CellValues.number(column, text, problems));
                case MAILFORMAT -> fields.mailformat(CellValues.number(column, text, problems));
                case CREATEPASSWORD -> createPassword = CellValues.flag(column, text, problems);
                case SUSPENDED, DELETED -> refuseFlag(column, text, problems);
                case OLDUSERNAME ->
                    problems.error(
                            column,
                            "unsupported",
                            "The row asks for a change of username, which Rollcall does not do; take the row out or leave"
                                    + " the cell empty.");
                case PROFILE_FIELD_ -> fields.profileField(column.profileField(), text);
                default -> fields.put(column.field(), text);
            }
        }
        fields.createPassword(wantsPasswordMade(createPassword, fields));
        return fields.toPerson();
    }

    /** The setting never speaks for an account whose password Moodle does not keep: it would be mailed one in vain. */
    private boolean wantsPasswordMade(@Nullable Boolean createPassword, PersonFields fields) {
        if (createPassword != null) {
            return createPassword;
        }
        return defaults.createPassword() && !fields.hasPassword() && Person.keepsPasswordInMoodle(fields.auth());
    }

    private static String lowerCase(RosterColumn column, String text, RowProblems problems) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!lower.equals(text)) {
            problems.warning(
                    column,
                    "lowercased",
                    "Moodle's usernames have no capitals, so %s is read as %s."
                            .formatted(Wording.shortened(text), Wording.shortened(lower)));
        }
        return lower;
    }

    private static String upperCase(RosterColumn column, String text, RowProblems problems) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.equals(text) || !Countries.isCode(upper)) {
            return text;
        }
        problems.warning(
                column,
                "uppercased",
                "Moodle's country codes are capitals, so %s is read as %s.".formatted(text, upper));
        return upper;
    }

    private static void refuseFlag(RosterColumn column, String text, RowProblems problems) {
        if (Boolean.TRUE.equals(CellValues.flag(column, text, problems))) {
            String wish = column.field() == RosterField.DELETED ? "deleted" : "suspended";
            problems.error(
                    column,
                    "unsupported",
                    ("The row asks for the account to be %s, which Rollcall does not do; take the row out or leave the"
                                    + " cell empty.")
                            .formatted(wish));
        }
    }
}
