package org.rollcall.roster;

import java.util.List;
import java.util.Locale;
import org.rollcall.roster.header.RosterColumn;
import org.rollcall.roster.header.RosterField;
import org.rollcall.roster.text.CharacterNames;
import org.rollcall.roster.text.LookAlikes;
import org.rollcall.roster.text.Wording;

/** What a registrar is told when a value breaks one of the rules on the records. */
final class Sentences {
    private Sentences() {}

    /**
     * Says which rule a value breaks.
     *
     * @param column the column, whose field and name the sentence speaks of
     * @param kind which rule: missing, too-long, invalid or unknown
     * @param value the value that broke it
     * @param limit the most characters allowed, for too-long
     */
    static String of(RosterColumn column, String kind, String value, int limit) {
        String name = column.name();
        return switch (kind) {
            case "missing" -> "The %s is missing; every row needs one.".formatted(name);
            case "too-long" ->
                "The %s has %d characters; Moodle takes at most %d."
                        .formatted(name, value.codePointCount(0, value.length()), limit);
            default -> ofField(column.field(), name, value);
        };
    }

    private static String ofField(RosterField field, String name, String value) {
        String shown = Wording.shortened(value);
        return switch (field) {
            case USERNAME, OLDUSERNAME ->
                "The %s holds %s; Moodle allows only a-z, 0-9 and the signs _ . @ and -."
                        .formatted(name, charactersNotAllowed(value));
            case EMAIL -> "\"%s\" is not an email address that Moodle accepts%s.".formatted(shown, emailHint(value));
            case COUNTRY -> country(shown, Countries.meantBy(value));
            case TIMEZONE ->
                ("\"%s\" is not a time zone that Moodle knows; write one such as Europe/Berlin, or 99"
                                + " for the site's own.")
                        .formatted(shown);
            case LANG -> "\"%s\" is not the code of a Moodle language, such as en or pt_br.".formatted(shown);
            case AUTH -> "\"%s\" is not the name of a login method, such as manual or ldap.".formatted(shown);
            case THEME -> "\"%s\" is not the name of a Moodle theme, such as boost.".formatted(shown);
            case MAILDISPLAY -> "The maildisplay must be 0, 1 or 2, or empty; it is \"%s\".".formatted(shown);
            case ENROLPERIOD ->
                "The %s must be a whole number of days from 1 to 36500, or empty; it is \"%s\".".formatted(name, shown);
            case TYPE ->
                "The %s must be 1 (student), 2 (editing teacher), 3 (teacher) or empty; it is \"%s\"."
                        .formatted(name, shown);
            case ENROLSTATUS ->
                "The %s must be 0 (active), 1 (suspended) or empty; it is \"%s\".".formatted(name, shown);
            case CREATEPASSWORD, SUSPENDED, DELETED, MAILFORMAT ->
                "The %s must be 0, 1 or empty; it is \"%s\".".formatted(name, shown);
            default -> "The %s holds a < that Moodle would take for an HTML tag; take it out.".formatted(name);
        };
    }

    private static String country(String shown, List<String> codes) {
        if (codes.isEmpty()) {
            return "\"%s\" is not a country code that Moodle knows; write a code of two letters, such as ZA or US."
                    .formatted(shown);
        }
        if (codes.size() > 1) {
            return "\"%s\" may be %s; write the code of the country that is meant."
                    .formatted(shown, String.join(" or ", codes));
        }
        String code = codes.get(0);
        if (!Countries.isCode(code)) {
            return "Moodle has no code for the country %s; leave the cell empty.".formatted(shown);
        }
        return isLatinAbbreviation(shown)
                ? "Moodle takes country codes of two letters; for %s write %s.".formatted(shown, code)
                : "%s is a country's name; write its code %s.".formatted(shown, code);
    }

    private static boolean isLatinAbbreviation(String text) {
        return (text.length() <= 3 && text.chars().allMatch(c -> c < 0x80))
                || text.toUpperCase(Locale.ROOT).equals("U.S.A.");
    }

    private static String emailHint(String value) {
        if (value.indexOf('@') < 0) {
            return ": it has no @";
        }
        int odd = value.codePoints()
                .filter(c -> c <= ' ' || c >= 0x7F)
                .findFirst()
                .orElse(-1);
        return odd < 0 ? "" : ": it holds " + LookAlikes.named(odd);
    }

    /** A look-alike is told as such beside plain letters only; in a username all of one script nobody is deceived. */
    private static String charactersNotAllowed(String username) {
        boolean mixed = username.codePoints().anyMatch(Username.Check::allowed);
        List<String> names = username.codePoints()
                .filter(character -> !Username.Check.allowed(character))
                .distinct()
                .limit(5)
                .mapToObj(mixed ? LookAlikes::named : CharacterNames::of)
                .toList();
        return Wording.listed(names);
    }
}
