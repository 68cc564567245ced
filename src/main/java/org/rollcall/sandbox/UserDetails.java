package org.rollcall.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Seed.ProfileField;

/** What a caller gets to see of an account, after Moodle's {@code user_get_user_details}. */
final class UserDetails {
    /** The path of a user's picture; the number is the theme's revision. */
    static final String PICTURE = "/theme/image.php/boost/core/1/u/";

    static final Set<String> FIELDS = Set.of(
            "id",
            "username",
            "fullname",
            "firstname",
            "lastname",
            "email",
            "address",
            "phone1",
            "phone2",
            "department",
            "institution",
            "interests",
            "firstaccess",
            "lastaccess",
            "auth",
            "confirmed",
            "idnumber",
            "lang",
            "theme",
            "timezone",
            "mailformat",
            "description",
            "descriptionformat",
            "city",
            "country",
            "profileimageurlsmall",
            "profileimageurl",
            "customfields",
            "groups",
            "roles",
            "preferences",
            "enrolledcourses",
            "suspended",
            "lastcourseaccess",
            "trackforums");

    private final Tables tables;
    private final List<ProfileField> profileFields;

    UserDetails(Tables tables, List<ProfileField> profileFields) {
        this.tables = tables;
        this.profileFields = profileFields;
    }

    /**
     * The account as the caller sees it outside of courses, null where it may not be seen.
     *
     * <p>Phone numbers never appear: Moodle shows them only where they serve as identity fields.
     */
    @Nullable
    Map<String, Object> outsideCourses(Account account, Call call) {
        return isOpen(account, call) ? describe(account, call, FIELDS, false) : null;
    }

    /** Whether the caller may see the account: its own, any by rights, or that of a course's contact. */
    boolean isOpen(Account account, Call call) {
        return call.isOwn(account.id())
                || call.can("moodle/user:viewdetails")
                || tables.enrolments().hasRoleAnywhere(account.id(), Enrolments.EDITING_TEACHER);
    }

    /** The account with these fields (id and fullname always), for a caller who may see it. */
    Map<String, Object> describe(Account account, Call call, Set<String> fields, boolean inCourse) {
        boolean self = account.id() == call.caller().account().id();
        boolean all = self || call.can("moodle/user:viewalldetails");
        Map<String, Object> details = new HashMap<>();
        details.put("id", account.id());
        details.put("fullname", account.fullname());
        if (call.can("moodle/site:viewfullnames")) {
            put(details, fields, "firstname", account.firstname());
            put(details, fields, "lastname", account.lastname());
        }
        if (all) {
            addPrivate(details, fields, account);
        }
        if (fields.contains("email") && seesEmail(account, call, self, inCourse)) {
            details.put("email", account.email());
        }
        addPublic(details, fields, account, call);
        if (self && fields.contains("preferences")) {
            details.put("preferences", preferences(account, call.now()));
        }
        return details;
    }

    /** Whether a field is among the details and filled, as PHP's {@code empty} judges it. */
    static boolean shows(Map<String, Object> details, String field) {
        Object value = details.get(field);
        return value != null && !PhpText.isEmpty(value.toString());
    }

    private static void addPrivate(Map<String, Object> details, Set<String> fields, Account account) {
        put(details, fields, "username", account.username());
        putFilled(details, fields, "idnumber", account.idnumber());
        putFilled(details, fields, "institution", account.institution());
        put(details, fields, "department", account.department());
        put(details, fields, "auth", account.auth());
        put(details, fields, "confirmed", account.confirmed());
        put(details, fields, "lang", account.lang());
        put(details, fields, "theme", account.theme());
        put(details, fields, "timezone", account.timezone());
        put(details, fields, "mailformat", account.mailformat());
        put(details, fields, "trackforums", account.trackforums());
    }

    private void addPublic(Map<String, Object> details, Set<String> fields, Account account, Call call) {
        put(details, fields, "profileimageurlsmall", call.siteUrl() + PICTURE + "f2");
        put(details, fields, "profileimageurl", call.siteUrl() + PICTURE + "f1");
        putFilled(details, fields, "address", account.address());
        putFilled(details, fields, "country", account.country());
        putFilled(details, fields, "city", account.city());
        put(details, fields, "suspended", account.suspended());
        put(details, fields, "firstaccess", account.lastaccess());
        put(details, fields, "lastaccess", account.lastaccess());
        putFilled(details, fields, "interests", account.interests());
        if (fields.contains("description") && account.description() != null && showsDescription(account, call)) {
            details.put("description", account.description());
            details.put("descriptionformat", 1);
        }
        List<Map<String, Object>> custom = fields.contains("customfields") ? customFields(account) : List.of();
        if (!custom.isEmpty()) {
            details.put("customfields", custom);
        }
    }

    /** Descriptions are shown of people with a role somewhere (setting profilesforenrolledusersonly). */
    private boolean showsDescription(Account account, Call call) {
        return account.id() == call.caller().account().id()
                || tables.enrolments().hasAnyRole(account.id());
    }

    private boolean seesEmail(Account account, Call call, boolean self, boolean inCourse) {
        return self
                || (inCourse && call.can("moodle/course:useremail"))
                || call.can("moodle/site:viewuseridentity")
                || account.maildisplay() == 1
                || (account.maildisplay() == 2
                        && tables.enrolments()
                                .shareCourse(
                                        account.id(), call.caller().account().id()));
    }

    private List<Map<String, Object>> customFields(Account account) {
        Map<String, String> profile =
                profileFields.isEmpty() ? Map.of() : tables.users().profile(account.id());
        List<Map<String, Object>> custom = new ArrayList<>();
        for (ProfileField field : profileFields) {
            String value = profile.get(field.shortname());
            if (value != null && !value.isEmpty()) {
                custom.add(Map.of(
                        "type", field.type(),
                        "value", value,
                        "displayvalue", value,
                        "name", field.name(),
                        "shortname", field.shortname()));
            }
        }
        return custom;
    }

    private List<Map<String, Object>> preferences(Account account, long now) {
        List<Map<String, Object>> preferences = new ArrayList<>();
        tables.users()
                .preferences(account.id())
                .forEach((name, value) -> preferences.add(Map.of("name", name, "value", value)));
        preferences.add(Map.of("name", "last_time_enrolments_synced", "value", Long.toString(now)));
        preferences.add(Map.of("name", "_lastloaded", "value", now));
        return preferences;
    }

    private static void put(Map<String, Object> details, Set<String> fields, String field, Object value) {
        if (fields.contains(field)) {
            details.put(field, value);
        }
    }

    private static void putFilled(
            Map<String, Object> details, Set<String> fields, String field, @Nullable String value) {
        if (value != null && !PhpText.isEmpty(value)) {
            put(details, fields, field, value);
        }
    }
}
