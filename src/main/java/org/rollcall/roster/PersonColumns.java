package org.rollcall.roster;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.header.RosterColumn;
import org.rollcall.roster.header.RosterField;
import org.rollcall.roster.text.Wording;

/** Reads the columns of a row that describe the person. */
final class PersonColumns {
    private final List<RosterColumn> columns;
    private final @Nullable RosterColumn oldUsername;
    private final RowDefaults defaults;

    PersonColumns(List<RosterColumn> columns, RowDefaults defaults) {
        this.oldUsername = columns.stream()
                .filter(column -> column.field() == RosterField.OLDUSERNAME)
                .findFirst()
                .orElse(null);
        this.columns =
                columns.stream().filter(column -> !column.field().numbered()).toList();
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
                case USERNAME, OLDUSERNAME -> fields.put(column.field(), lowerCase(column, text, problems));
                case EMAIL -> fields.put(column.field(), EmailText.read(column, text, problems));
                case COUNTRY -> fields.put(column.field(), upperCase(column, text, problems));
                case MAILDISPLAY -> fields.maildisplay(CellValues.number(column, text, problems));
                case MAILFORMAT -> fields.mailformat(CellValues.number(column, text, problems));
                case CREATEPASSWORD -> createPassword = CellValues.flag(column, text, problems);
                case SUSPENDED -> fields.suspended(CellValues.flag(column, text, problems));
                case DELETED -> fields.deleted(CellValues.flag(column, text, problems));
                case PROFILE_FIELD_ -> fields.profileField(column.profileField(), text);
                default -> fields.put(column.field(), text);
            }
        }
        fields.createPassword(wantsPasswordMade(createPassword, fields));
        if (oldUsername != null && fields.isRenamed()) {
            checkRenaming(oldUsername, fields, problems);
        }
        return fields.toPerson();
    }

    private static void checkRenaming(RosterColumn column, PersonFields fields, RowProblems problems) {
        if (fields.isRenamedInVain()) {
            problems.warning(
                    column,
                    "same",
                    "The %s is the username itself, so there is nothing to rename; it is ignored."
                            .formatted(column.name()));
            fields.dropOldUsername();
        } else if (fields.isDeleted()) {
            problems.error(
                    column,
                    "conflict",
                    "The row asks for the account to be deleted and for another username; leave one of them out.");
        }
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
}
