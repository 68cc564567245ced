package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.defaultingList;
import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.optional;
import static org.rollcall.sandbox.Description.optionalList;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;
import static org.rollcall.sandbox.Description.withAll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;
import org.rollcall.sandbox.Enrolments.CourseName;
import org.rollcall.sandbox.Participants.Role;
import org.rollcall.sandbox.Participants.Span;

/** {@code core_enrol_get_enrolled_users}: the people of a course, with as many of their fields as are asked for. */
final class GetEnrolledUsers implements MoodleFunction {
    private final Tables tables;
    private final UserDetails details;
    private final CourseAccess access;

    GetEnrolledUsers(Tables tables, UserDetails details) {
        this.tables = tables;
        this.details = details;
        this.access = new CourseAccess(tables);
    }

    @Override
    public String name() {
        return "core_enrol_get_enrolled_users";
    }

    @Override
    public Structure parameters() {
        Structure option =
                structure().with("name", required(ParamType.ALPHANUMEXT)).with("value", required(ParamType.RAW));
        return structure().with("courseid", required(ParamType.INT)).with("options", defaultingList(option));
    }

    @Override
    public Description returns() {
        Structure user = withAll(
                structure().with("id", required(ParamType.INT)),
                optional(ParamType.RAW),
                List.of(
                        "username",
                        "firstname",
                        "lastname",
                        "fullname",
                        "email",
                        "address",
                        "phone1",
                        "phone2",
                        "department",
                        "institution",
                        "idnumber",
                        "interests",
                        "firstaccess",
                        "lastaccess",
                        "lastcourseaccess",
                        "description",
                        "descriptionformat",
                        "city",
                        "country",
                        "profileimageurlsmall",
                        "profileimageurl"));
        return list(user.with("customfields", optionalList(all("type", "value", "name", "shortname")))
                .with("groups", optionalList(all("id", "name", "description", "descriptionformat")))
                .with("roles", optionalList(all("roleid", "name", "shortname", "sortorder")))
                .with("preferences", optionalList(all("name", "value")))
                .with("enrolledcourses", optionalList(all("id", "fullname", "shortname"))));
    }

    private static Structure all(String... keys) {
        return withAll(structure(), required(ParamType.RAW), List.of(keys));
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public List<Map<String, Object>> call(Arguments arguments, Call call) {
        EnrolledOptions options = EnrolledOptions.of(arguments.items("options"));
        long courseId = arguments.number("courseid");
        Course course = access.known(courseId);
        access.enterToRead(course, call);
        call.require(course.isSite() ? "moodle/site:viewparticipants" : "moodle/course:viewparticipants");
        boolean ownGroup = tables.groups()
                .isMember(options.groupId(), call.caller().account().id());
        options.requireCapabilities(call, ownGroup);
        List<Account> people = tables.participants().people(courseId, options, call.now());
        if (!people.isEmpty()) {
            options.refuseUnknownFields();
        }
        return describe(people, courseId, options.fields(), call);
    }

    private List<Map<String, Object>> describe(List<Account> people, long courseId, Set<String> fields, Call call) {
        Span span = Span.of(people);
        Map<Long, List<Role>> roles =
                fields.contains("roles") ? tables.participants().roles(courseId, span) : Map.of();
        Map<Long, List<CourseName>> courses =
                fields.contains("enrolledcourses") ? tables.enrolments().activeCourses(span, call.now()) : Map.of();
        List<Map<String, Object>> answer = new ArrayList<>(people.size());
        for (Account person : people) {
            if (!details.isOpen(person, call)) {
                continue;
            }
            Map<String, Object> described = details.describe(person, call, fields, true);
            if (fields.contains("lastcourseaccess")) {
                Long last = tables.accesses().toCourse(courseId, person.id());
                described.put("lastcourseaccess", last == null ? 0 : last);
            }
            if (fields.contains("roles")) {
                described.put("roles", roles(roles.getOrDefault(person.id(), List.of())));
            }
            if (fields.contains("groups")) {
                addGroups(described, courseId, person.id(), call);
            }
            List<CourseName> active = courses.get(person.id());
            if (active != null) {
                described.put(
                        "enrolledcourses",
                        active.stream().map(GetEnrolledUsers::course).toList());
            }
            answer.add(described);
        }
        return answer;
    }

    /** Whoever is in no group has no such key. */
    private void addGroups(Map<String, Object> described, long courseId, long userId, Call call) {
        List<Map<String, @Nullable Object>> groups = tables.groups().ofMember(courseId, userId).stream()
                .filter(group -> tables.groups().isSeen(group, call))
                .map(Group::answer)
                .toList();
        if (!groups.isEmpty()) {
            described.put("groups", groups);
        }
    }

    private static List<Map<String, Object>> roles(List<Role> roles) {
        return roles.stream()
                .map(role -> Map.<String, Object>of(
                        "roleid", role.id(), "name", "", "shortname", role.shortname(), "sortorder", 0))
                .toList();
    }

    private static Map<String, Object> course(CourseName course) {
        return Map.of("id", course.id(), "fullname", course.fullname(), "shortname", course.shortname());
    }
}
