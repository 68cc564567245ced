package org.rollcall.moodle;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Calls a Moodle site's web-service functions, one method each. May be shared by threads.
 *
 * <p>Methods that only read repeat a call that the site could not answer, with growing pauses, and never end as
 * {@link Outcome.Ambiguous}. Methods that write send their call once. None throws for anything that the site or the
 * network does; a request of more form fields than the site's PHP takes is an {@link IllegalArgumentException}, which
 * batches cut by {@link #limits()} never meet. An empty list is done without a call.
 */
public final class MoodleClient {

    private static final int VALUES_PER_LOOKUP = 500;
    private static final int COHORTS_PER_CALL = 100;
    private static final int PARTICIPANTS_PER_CALL = 5000;

    private final BatchLimits limits;
    private final Endpoint endpoint;
    private final ReadRetries retries;

    /**
     * A client for one site.
     *
     * @param http what carries the calls, by its {@code sendAsync(request, bodyHandler)}; see {@link #httpClient}
     * @param calls where each request is counted
     */
    public MoodleClient(MoodleSite site, HttpClient http, CallLog calls) {
        this.limits = BatchLimits.of(site.maxInputVars());
        this.endpoint = new Endpoint(site, http, calls);
        this.retries = new ReadRetries(site.readAttempts(), site.retryDelay());
    }

    /** A carrier for the site's calls: HTTP/1.1, the site's time to connect, and no redirect is ever followed. */
    public static HttpClient httpClient(MoodleSite site) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(site.connectTimeout())
                .build();
    }

    /** How much one call may carry on this site. */
    public BatchLimits limits() {
        return limits;
    }

    /** Who the site and the token's account are, and which functions the token may call. */
    public Outcome<SiteInfo> siteInfo() {
        return read(WsFunction.SITE_INFO, Map.of(), 1, SiteInfo::from);
    }

    /**
     * Creates users, all or none, and gives them in the order asked. An answer that names other users, or fewer, is
     * {@link Outcome.Ambiguous}.
     */
    public Outcome<List<CreatedUser>> createUsers(List<NewUser> users) {
        return write(WsFunction.CREATE_USERS, "users", users, List.of(), answer -> {
            List<CreatedUser> created = answer.items(CreatedUser::from);
            boolean asAsked = created.stream()
                    .map(CreatedUser::username)
                    .toList()
                    .equals(users.stream().map(NewUser::username).toList());
            if (!asAsked) {
                throw new UnusableAnswerException("The site's answer names other users than it was asked to create ("
                        + users.size() + " asked, " + created.size() + " named).");
            }
            return created;
        });
    }

    /**
     * Finds accounts. Values that nobody has are left out of the answer, and so is everybody when the token's account
     * may not see them. A value that the site finds malformed, such as a username with a capital or a space at its
     * end, makes it refuse all.
     */
    public Outcome<List<Account>> accountsByField(AccountField field, List<String> values) {
        List<List<String>> lookups = limits.split(
                List.copyOf(new LinkedHashSet<>(values)),
                VALUES_PER_LOOKUP,
                value -> 1,
                value -> FormEncoder.byteCount(Map.of("values", value)));
        return inTurn(
                        lookups,
                        part -> read(
                                WsFunction.ACCOUNTS_BY_FIELD,
                                ordered("field", field.parameter(), "values", part),
                                part.size(),
                                answer -> answer.items(Account::from)))
                .map(accounts -> List.copyOf(new LinkedHashSet<>(accounts)));
    }

    /** All cohorts of the site, those of categories included. */
    public Outcome<List<Cohort>> cohorts() {
        return read(WsFunction.COHORTS, Map.of(), 1, answer -> answer.items(Cohort::from));
    }

    /** Creates cohorts, all or none, and gives them in the order asked. An idnumber in use refuses all. */
    public Outcome<List<Cohort>> createCohorts(List<NewCohort> cohorts) {
        return write(WsFunction.CREATE_COHORTS, "cohorts", cohorts, List.of(), answer -> {
            List<Cohort> created = answer.items(Cohort::from);
            if (created.size() != cohorts.size()) {
                throw new UnusableAnswerException("The site's answer names " + created.size() + " cohorts, but was"
                        + " asked to create " + cohorts.size() + ".");
            }
            return created;
        });
    }

    /** The members of these cohorts. An id that no cohort has refuses all. */
    public Outcome<List<CohortMembers>> cohortMembers(List<Long> cohortIds) {
        List<List<Long>> parts = limits.split(cohortIds, COHORTS_PER_CALL, id -> 1, id -> 0);
        return inTurn(
                parts,
                part -> read(
                        WsFunction.COHORT_MEMBERS,
                        Map.of("cohortids", part),
                        part.size(),
                        answer -> answer.items(CohortMembers::from)));
    }

    /**
     * Adds accounts to cohorts, each for itself: the answer holds a warning for each that was not added, and the
     * others were. A warning that fits none of the members is among {@link Outcome.Done#warnings()}; look at
     * {@link #cohortMembers} then.
     */
    public Outcome<List<MemberWarning>> addCohortMembers(List<NewMember> members) {
        return write(WsFunction.ADD_COHORT_MEMBERS, "members", members, List.<SiteWarning>of(), SiteWarning::listFrom)
                .then(done -> MemberWarnings.assign(members, done.value()));
    }

    /** The course with this short name, which the site compares without regard to case; none if there is none. */
    public Outcome<List<Course>> coursesByShortname(String shortname) {
        return read(
                WsFunction.COURSES_BY_FIELD,
                ordered("field", "shortname", "value", shortname),
                1,
                answer -> answer.list("courses").stream().map(Course::from).toList());
    }

    /** Everybody who is enrolled in a course, ordered by id, with their roles there. */
    public Outcome<List<Participant>> participants(long courseId) {
        List<Participant> all = new ArrayList<>();
        int from = 0;
        int pageSize;
        do {
            Outcome<List<Participant>> page = read(
                    WsFunction.PARTICIPANTS,
                    ordered("courseid", courseId, "options", participantOptions(from)),
                    1,
                    answer -> answer.items(Participant::from));
            if (!(page instanceof Outcome.Done<List<Participant>> done)) {
                return page;
            }
            pageSize = done.value().size();
            all.addAll(done.value());
            from += PARTICIPANTS_PER_CALL;
            // Moodle cuts the page first and then leaves out whom the token may not see, so a page may come short.
        } while (pageSize > PARTICIPANTS_PER_CALL / 2);
        return new Outcome.Done<>(List.copyOf(all), List.of());
    }

    /** Enrols accounts in courses by hand, all or none. An enrolment that exists is overwritten. */
    public Outcome<Acknowledged> enrolUsers(List<Enrolment> enrolments) {
        return write(WsFunction.ENROL_USERS, "enrolments", enrolments, new Acknowledged(0), answer -> {
            answer.requireNothing();
            return new Acknowledged(enrolments.size());
        });
    }

    private static List<Map<String, Object>> participantOptions(int from) {
        return List.of(
                ordered("name", "userfields", "value", "id,roles"),
                ordered("name", "limitfrom", "value", from),
                ordered("name", "limitnumber", "value", PARTICIPANTS_PER_CALL),
                ordered("name", "sortby", "value", "id"));
    }

    private <T> Outcome<T> read(
            WsFunction function, Map<String, Object> parameters, int items, Function<Answer, T> decoder) {
        return retries.call(() -> endpoint.call(function, parameters, items, decoder));
    }

    private <I extends BatchItem, T> Outcome<T> write(
            WsFunction function, String name, List<I> items, T nothing, Function<Answer, T> decoder) {
        if (items.isEmpty()) {
            return new Outcome.Done<>(nothing, List.of());
        }
        List<Map<String, Object>> parameters =
                items.stream().map(BatchItem::parameters).toList();
        return endpoint.call(function, Map.of(name, parameters), items.size(), decoder);
    }

    private static <P, T> Outcome<List<T>> inTurn(List<P> parts, Function<P, Outcome<List<T>>> call) {
        List<T> all = new ArrayList<>();
        for (P part : parts) {
            Outcome<List<T>> outcome = call.apply(part);
            if (!(outcome instanceof Outcome.Done<List<T>> done)) {
                return outcome;
            }
            all.addAll(done.value());
        }
        return new Outcome.Done<>(List.copyOf(all), List.of());
    }

    private static Map<String, Object> ordered(String key1, Object value1, String key2, Object value2) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put(key1, value1);
        parameters.put(key2, value2);
        return parameters;
    }
}
