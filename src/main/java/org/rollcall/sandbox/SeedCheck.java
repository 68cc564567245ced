package org.rollcall.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Seed.CategorySeed;
import org.rollcall.sandbox.Seed.CohortSeed;
import org.rollcall.sandbox.Seed.CourseSeed;
import org.rollcall.sandbox.Seed.EnrolmentSeed;
import org.rollcall.sandbox.Seed.GroupSeed;
import org.rollcall.sandbox.Seed.ProfileField;
import org.rollcall.sandbox.Seed.TokenSeed;
import org.rollcall.sandbox.Seed.UserSeed;

/** Sees whether what a seed says fits together, so that a mistake is told by its line and not by a database. */
final class SeedCheck {
    private static final List<String> OF_EVERY_SITE = List.of("guest", "admin");
    private static final Set<String> MANUAL = Set.of("enabled", "disabled", "none");
    private static final Set<String> FIELD_TYPES = Set.of("text", "menu", "checkbox");
    private static final Pattern CAPABILITY = Pattern.compile("[a-z0-9_]+/[a-z0-9_]+:[a-z0-9_]+");

    /** The columns of an account that a seed may fill beside those that have keys of their own. */
    private static final Set<String> USER_FIELDS = Set.of(
            "idnumber",
            "phone1",
            "phone2",
            "institution",
            "department",
            "address",
            "city",
            "country",
            "lang",
            "theme",
            "timezone",
            "description",
            "middlename",
            "alternatename",
            "firstnamephonetic",
            "lastnamephonetic",
            "interests",
            "maildisplay",
            "mailformat");

    /** Of more than these a message names none. */
    private static final int NAMED = 20;

    private final Seed seed;
    private final SeedText text;
    private final Set<String> profileFields;
    private final Set<String> categories;
    private final Set<String> courses;
    private final Set<String> roles;
    private final Set<String> ownUsers;
    private final Set<String> users;

    /** The seed has no gaps any more. */
    SeedCheck(Seed seed, SeedText text) {
        this.seed = seed;
        this.text = text;
        profileFields = names(seed.profileFields(), ProfileField::shortname);
        categories = names(seed.categories(), CategorySeed::idnumber);
        courses = names(seed.courses(), CourseSeed::shortname);
        roles = names(seed.roles(), role -> role);
        roles.addAll(Seed.STOCK_ROLES);
        ownUsers = names(seed.users(), UserSeed::username);
        users = new HashSet<>(ownUsers);
        users.addAll(OF_EVERY_SITE);
    }

    /** @throws SandboxException naming the first thing that is missing, unknown or there twice */
    void check() {
        site(seed.site());
        unique("profile-fields", seed.profileFields(), ProfileField::shortname, List.of());
        unique("categories", seed.categories(), CategorySeed::idnumber, List.of());
        unique(
                "courses",
                seed.courses(),
                CourseSeed::shortname,
                List.of(seed.site().shortname()));
        unique("users", seed.users(), UserSeed::username, OF_EVERY_SITE);
        unique("tokens", seed.tokens(), TokenSeed::value, List.of());
        each(seed.profileFields(), (field, i) -> known(field.type(), FIELD_TYPES, "profile-fields", i, "type"));
        each(seed.courses(), (course, i) -> {
            known(course.category(), categories, "courses", i, "category");
            known(course.manual(), MANUAL, "courses", i, "manual");
        });
        each(seed.users(), this::user);
        each(seed.cohorts(), this::cohort);
        each(seed.enrolments(), this::enrolment);
        each(seed.groups(), this::group);
        new ProgressCheck(this, users, courses).check(seed.progress());
        each(seed.tokens(), this::token);
        if (seed.tokens().stream()
                .noneMatch(token -> SandboxToken.refusal(token).isEmpty())) {
            throw text.wrong("there is no token that can be used.", List.of("tokens"), null);
        }
        each(seed.faults(), this::fault);
    }

    private void site(SiteSeed site) {
        known(site.maintenance(), SiteSeed.MAINTENANCE.keySet(), "site", "maintenance");
        positive(site.maxInputVars(), "max-input-vars");
        positive(site.postMaxSize(), "post-max-size");
    }

    private void positive(@Nullable Number value, String key) {
        if (value != null && (value.longValue() < 1)) {
            throw text.wrong("site." + key + " has to be 1 or more.", List.of("site", key), null);
        }
    }

    private void user(UserSeed user, int i) {
        keys(user.fields()).forEach(field -> known(field, USER_FIELDS, "users", i, "fields", field));
        keys(user.profile()).forEach(field -> known(field, profileFields, "users", i, "profile", field));
        each(user.assigns(), (role, j) -> known(role, roles, "users", i, "assigns", j));
        each(user.capabilities(), (capability, j) -> {
            if (!CAPABILITY.matcher(capability).matches()) {
                throw text.wrong(
                        "\"" + capability + "\" is no capability such as moodle/user:create.",
                        List.of("users", i, "capabilities", j),
                        null);
            }
        });
    }

    private static Set<String> keys(@Nullable Map<String, String> map) {
        return map == null ? Set.of() : map.keySet();
    }

    private void cohort(CohortSeed cohort, int i) {
        known(cohort.category(), categories, "cohorts", i, "category");
        members(cohort.members(), "cohorts", i);
    }

    private void group(GroupSeed group, int i) {
        known(group.course(), courses, "groups", i, "course");
        members(group.members(), "groups", i);
    }

    private void members(@Nullable List<String> members, String list, int i) {
        each(
                Objects.requireNonNullElse(members, List.<String>of()),
                (member, j) -> known(member, users, list, i, "members", j));
    }

    private void enrolment(EnrolmentSeed enrolment, int i) {
        known(enrolment.course(), courses, "enrolments", i, "course");
        known(enrolment.user(), users, "enrolments", i, "user");
        known(enrolment.role(), roles, "enrolments", i, "role");
        boolean manual = seed.courses().stream()
                .filter(course -> course.shortname().equals(enrolment.course()))
                .allMatch(course -> course.manual() == null || course.manual().equals("enabled"));
        if (!manual) {
            throw text.wrong(
                    "nobody can be enrolled in " + enrolment.course() + ", whose manual enrolment is not enabled.",
                    List.of("enrolments", i),
                    null);
        }
    }

    private void token(TokenSeed token, int i) {
        known(token.user(), ownUsers, "tokens", i, "user");
        Set<String> cohorts = names(seed.cohorts(), CohortSeed::idnumber);
        each(
                Objects.requireNonNullElse(token.cohorts(), List.<String>of()),
                (cohort, j) -> known(cohort, cohorts, "tokens", i, "cohorts", j));
    }

    private void fault(FaultSeed fault, int i) {
        try {
            fault.rule();
        } catch (SandboxException e) {
            throw text.wrong(String.valueOf(e.getMessage()), List.of("faults", i), e);
        }
    }

    interface Visit<T> {
        void visit(T item, int position);
    }

    static <T> void each(List<T> items, Visit<T> visit) {
        for (int i = 0; i < items.size(); i++) {
            visit.visit(items.get(i), i);
        }
    }

    private static <T> Set<String> names(List<T> items, Function<T, @Nullable String> name) {
        Set<String> names = new TreeSet<>();
        items.stream().map(name).filter(Objects::nonNull).forEach(names::add);
        return names;
    }

    private <T> void unique(String list, List<T> items, Function<T, @Nullable String> name, List<String> taken) {
        unique(List.of(list), items, name, taken);
    }

    /** Sees that no name is there twice in a list, whose place in the seed is given, or among those taken. */
    <T> void unique(List<String> place, List<T> items, Function<T, @Nullable String> name, List<String> taken) {
        Set<String> seen = new HashSet<>(taken);
        each(items, (item, i) -> {
            String each = name.apply(item);
            if (each != null && !seen.add(each)) {
                List<Object> path = new ArrayList<>(place);
                path.add(i);
                throw text.wrong(
                        each + " is there already, and " + place.get(place.size() - 1) + " takes it once.", path, null);
            }
        });
    }

    void known(@Nullable String value, Collection<String> values, Object... path) {
        if (value != null && !values.contains(value)) {
            List<Object> place = List.of(path);
            String key = SeedText.key(place.subList(0, place.size() - (value.equals(path[path.length - 1]) ? 1 : 0)));
            String there = values.isEmpty() || values.size() > NAMED
                    ? "the seed has no such thing."
                    : "there are " + String.join(", ", new TreeSet<>(values)) + ".";
            throw text.wrong(key + " cannot be " + value + "; " + there, place, null);
        }
    }
}
