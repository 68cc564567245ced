package org.rollcall.sandbox;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rollcall.sandbox.Participants.Wanted;

/** The options of {@code core_enrol_get_enrolled_users}; unknown names are passed over, as Moodle does. */
record EnrolledOptions(
        Wanted wanted, Set<String> fields, long groupId, boolean byCapability, String order, long from, long limit) {

    private static final Set<String> SORTS = Set.of("id", "firstname", "lastname", "siteorder");

    /** @throws MoodleFault if an option's value is none that Moodle takes */
    static EnrolledOptions of(List<Arguments> options) {
        return new EnrolledOptions(
                wanted(isSet(options, "onlyactive"), isSet(options, "onlysuspended")),
                fields(options),
                PhpNumber.integer(value(options, "groupid", "0")),
                !value(options, "withcapability", "").isEmpty(),
                order(options),
                Math.max(0, PhpNumber.integer(value(options, "limitfrom", "0"))),
                Math.max(0, PhpNumber.integer(value(options, "limitnumber", "0"))));
    }

    private static Wanted wanted(boolean active, boolean suspended) {
        if (active) {
            return suspended ? Wanted.ACTIVE_AND_SUSPENDED : Wanted.ACTIVE_ONLY;
        }
        return suspended ? Wanted.SUSPENDED_ONLY : Wanted.ALL;
    }

    /** To see a group takes a capability, but for the caller's own. */
    void requireCapabilities(Call call, boolean ownGroup) {
        if (byCapability) {
            call.require("moodle/role:review");
        }
        if (groupId != 0 && !ownGroup) {
            call.require("moodle/site:accessallgroups");
        }
        if (wanted != Wanted.ALL) {
            call.require("moodle/course:enrolreview");
        }
        if (wanted == Wanted.ACTIVE_AND_SUSPENDED) {
            throw MoodleFault.coding(
                    "Both onlyactive and onlysuspended are set, this is probably not what you want!", null);
        }
    }

    private static boolean isSet(List<Arguments> options, String name) {
        return !PhpText.isEmpty(value(options, name, ""));
    }

    /** The last value of an option counts. */
    private static String value(List<Arguments> options, String name, String fallback) {
        return options.stream()
                .filter(option -> option.text("name").equals(name))
                .map(option -> option.text("value"))
                .reduce(fallback, (earlier, later) -> later);
    }

    private static Set<String> fields(List<Arguments> options) {
        Set<String> fields = new LinkedHashSet<>();
        for (Arguments option : options) {
            if (option.text("name").equals("userfields")) {
                for (String field : option.text("value").split(",", -1)) {
                    fields.add(field.replaceAll("[^A-Za-z0-9_-]", ""));
                }
            }
        }
        return fields.isEmpty() ? UserDetails.FIELDS : fields;
    }

    /** Moodle looks at the fields' names only when there is somebody to describe. */
    void refuseUnknownFields() {
        fields.stream().filter(field -> !UserDetails.FIELDS.contains(field)).forEach(field -> {
            throw MoodleFault.of("invaliduserfield", "Invalid user field: " + field);
        });
    }

    private static String order(List<Arguments> options) {
        String sort = value(options, "sortby", "id");
        if (!SORTS.contains(sort)) {
            throw MoodleFault.invalidParameter("Invalid value for sortby parameter (value: " + sort
                    + "), allowed values are: id,firstname,lastname,siteorder");
        }
        String direction = value(options, "sortdirection", "ASC").toUpperCase(Locale.ROOT);
        if (!direction.equals("ASC") && !direction.equals("DESC")) {
            throw MoodleFault.invalidParameter("Invalid value for sortdirection parameter\n"
                    + "                        (value: " + direction + "),allowed values are: ASC,DESC");
        }
        return (sort.equals("siteorder") ? "name_key" : sort) + " " + direction;
    }
}
