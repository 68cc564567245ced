package org.rollcall.roster;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.header.RosterField;

/** The cells of one row that describe the person, until all of them are there. */
final class PersonFields {
    private final Map<RosterField, String> texts = new EnumMap<>(RosterField.class);
    private final Map<String, String> profileFields = new LinkedHashMap<>();
    private @Nullable Integer maildisplay;
    private @Nullable Integer mailformat;
    private boolean createPassword;
    private @Nullable Boolean suspended;
    private boolean deleted;

    void put(RosterField field, String text) {
        texts.put(field, text);
    }

    void profileField(String shortname, String text) {
        profileFields.put(shortname, text);
    }

    void maildisplay(@Nullable Integer number) {
        maildisplay = number;
    }

    void mailformat(@Nullable Integer number) {
        mailformat = number;
    }

    void createPassword(boolean wanted) {
        createPassword = wanted;
    }

    void suspended(@Nullable Boolean wanted) {
        suspended = wanted;
    }

    void deleted(@Nullable Boolean wanted) {
        deleted = Boolean.TRUE.equals(wanted);
    }

    boolean isDeleted() {
        return deleted;
    }

    /** The new username is the old one. */
    boolean isRenamedInVain() {
        return required(RosterField.USERNAME).equals(texts.get(RosterField.OLDUSERNAME));
    }

    boolean isRenamed() {
        return texts.containsKey(RosterField.OLDUSERNAME);
    }

    void dropOldUsername() {
        texts.remove(RosterField.OLDUSERNAME);
    }

    boolean hasPassword() {
        return texts.containsKey(RosterField.PASSWORD);
    }

    @Nullable
    String auth() {
        return texts.get(RosterField.AUTH);
    }

    Person toPerson() {
        return new Person(
                required(RosterField.USERNAME),
                required(RosterField.FIRSTNAME),
                required(RosterField.LASTNAME),
                required(RosterField.EMAIL),
                texts.get(RosterField.PASSWORD),
                createPassword,
                texts.get(RosterField.AUTH),
                texts.get(RosterField.IDNUMBER),
                texts.get(RosterField.LANG),
                texts.get(RosterField.CITY),
                texts.get(RosterField.COUNTRY),
                texts.get(RosterField.TIMEZONE),
                texts.get(RosterField.DESCRIPTION),
                texts.get(RosterField.INSTITUTION),
                texts.get(RosterField.DEPARTMENT),
                texts.get(RosterField.PHONE1),
                texts.get(RosterField.PHONE2),
                texts.get(RosterField.ADDRESS),
                texts.get(RosterField.FIRSTNAMEPHONETIC),
                texts.get(RosterField.LASTNAMEPHONETIC),
                texts.get(RosterField.MIDDLENAME),
                texts.get(RosterField.ALTERNATENAME),
                texts.get(RosterField.INTERESTS),
                maildisplay,
                mailformat,
                texts.get(RosterField.THEME),
                suspended,
                deleted,
                texts.get(RosterField.OLDUSERNAME),
                profileFields);
    }

    private String required(RosterField field) {
        return texts.getOrDefault(field, "");
    }
}
