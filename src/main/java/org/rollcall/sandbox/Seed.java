package org.rollcall.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a site is at first: the seed file's content, every list present. */
record Seed(
        SiteSeed site,
        List<String> languages,
        List<String> roles,
        List<String> functions,
        List<ProfileField> profileFields,
        List<CategorySeed> categories,
        List<CourseSeed> courses,
        List<UserSeed> users,
        List<CohortSeed> cohorts,
        List<EnrolmentSeed> enrolments,
        List<GroupSeed> groups,
        ProgressSeed progress,
        List<TokenSeed> tokens,
        List<FaultSeed> faults) {

    /** A stock Moodle's roles, whose ids are 1 to 8 in this order; a seed's own roles follow. */
    static final List<String> STOCK_ROLES =
            List.of("manager", "coursecreator", "editingteacher", "teacher", "student", "guest", "user", "frontpage");

    Seed(
            SiteSeed site,
            @Nullable List<String> languages,
            @Nullable List<String> roles,
            @Nullable List<String> functions,
            @Nullable List<ProfileField> profileFields,
            @Nullable List<CategorySeed> categories,
            @Nullable List<CourseSeed> courses,
            @Nullable List<UserSeed> users,
            @Nullable List<CohortSeed> cohorts,
            @Nullable List<EnrolmentSeed> enrolments,
            @Nullable List<GroupSeed> groups,
            @Nullable ProgressSeed progress,
            @Nullable List<TokenSeed> tokens,
            @Nullable List<FaultSeed> faults) {
        this.site = site;
        this.languages = orNone(languages);
        this.roles = orNone(roles);
        this.functions = orNone(functions);
        this.profileFields = orNone(profileFields);
        this.categories = orNone(categories);
        this.courses = orNone(courses);
        this.users = orNone(users);
        this.cohorts = orNone(cohorts);
        this.enrolments = orNone(enrolments);
        this.groups = orNone(groups);
        this.progress = progress == null ? ProgressSeed.NONE : progress;
        this.tokens = orNone(tokens);
        this.faults = orNone(faults);
    }

    /** A custom profile field; type is text, menu or checkbox. */
    record ProfileField(
            String shortname,
            String name,
            String type,
            @Nullable List<String> options) {}

    record CategorySeed(String name, @Nullable String idnumber) {}

    /**
     * A course; manual is enabled, disabled or none, category an idnumber of a category (or none: the first).
     * Whether completion conditions are shown is on by default, but unset in courses made by some tools.
     * Sections are those beyond the general one, 4 if nothing is said.
     */
    record CourseSeed(
            String shortname,
            String fullname,
            @Nullable String idnumber,
            @Nullable String category,
            @Nullable String summary,
            @Nullable String manual,
            @Nullable Boolean hidden,
            @Nullable Boolean completion,
            @Nullable Boolean conditionsUnset,
            @Nullable Long startdate,
            @Nullable Integer sections) {}

    record UserSeed(
            String username,
            String firstname,
            String lastname,
            String email,
            @Nullable String auth,
            @Nullable Map<String, String> fields,
            @Nullable Map<String, String> profile,
            @Nullable Boolean suspended,
            @Nullable Boolean unconfirmed,
            @Nullable Boolean deleted,
            List<String> capabilities,
            List<String> assigns) {

        UserSeed(
                String username,
                String firstname,
                String lastname,
                String email,
                @Nullable String auth,
                @Nullable Map<String, String> fields,
                @Nullable Map<String, String> profile,
                @Nullable Boolean suspended,
                @Nullable Boolean unconfirmed,
                @Nullable Boolean deleted,
                @Nullable List<String> capabilities,
                @Nullable List<String> assigns) {
            this.username = username;
            this.firstname = firstname;
            this.lastname = lastname;
            this.email = email;
            this.auth = auth;
            this.fields = fields;
            this.profile = profile;
            this.suspended = suspended;
            this.unconfirmed = unconfirmed;
            this.deleted = deleted;
            this.capabilities = orNone(capabilities);
            this.assigns = orNone(assigns);
        }
    }

    record CohortSeed(
            String idnumber,
            String name,
            @Nullable String description,
            @Nullable String category,
            @Nullable String component,
            @Nullable List<String> members) {}

    /** A group of a course; the members are usernames of people enrolled there. */
    record GroupSeed(
            String course,
            String name,
            @Nullable String idnumber,
            @Nullable String description,
            @Nullable List<String> members) {}

    /** Somebody in a course; suspended is without access. */
    record EnrolmentSeed(
            String course,
            String user,
            String role,
            @Nullable Boolean suspended) {}

    /**
     * A token; without a value it gets a random one at each start. The ip is the only address that may use it. Cohorts,
     * by idnumber, are those of a program partner, who sees only their people by it; without any it sees all cohorts'.
     */
    record TokenSeed(
            @Nullable String value,
            String user,
            @Nullable Boolean expires,
            @Nullable String ip,
            @Nullable Boolean unauthorised,
            @Nullable List<String> cohorts) {
        boolean expired() {
            return Boolean.TRUE.equals(expires);
        }

        boolean authorised() {
            return !Boolean.TRUE.equals(unauthorised);
        }

        @Override
        public String toString() {
            return "TokenSeed[user=" + user + "]";
        }
    }

    UserSeed user(String username) {
        return users.stream()
                .filter(user -> user.username().equals(username))
                .findFirst()
                .orElseThrow(() -> new SandboxException(
                        "The sandbox's seed has a token for the user " + username + ", but no such user.", null));
    }

    long roleId(String shortname) {
        int stock = STOCK_ROLES.indexOf(shortname);
        int own = roles.indexOf(shortname);
        if (stock < 0 && own < 0) {
            throw new SandboxException("The sandbox's seed names an unknown role: " + shortname + ".", null);
        }
        return stock >= 0 ? stock + 1 : STOCK_ROLES.size() + own + 1;
    }

    Set<Long> assignable(UserSeed user) {
        return user.assigns().stream().map(this::roleId).collect(Collectors.toSet());
    }

    Set<String> installedLanguages() {
        Set<String> installed = new TreeSet<>(languages);
        installed.add("en");
        return installed;
    }

    SiteSettings settings() {
        return site.settings();
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
