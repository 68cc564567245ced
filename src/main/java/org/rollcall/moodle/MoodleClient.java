package org.rollcall.moodle;

import java.net.http.HttpClient;

/**
 * Calls a Moodle site's web-service functions: one part an area of the site, one method a function. May be shared by
 * threads.
 *
 * <p>Methods that only read repeat a call that the site could not answer, with growing pauses, and never end as
 * {@link Outcome.Ambiguous}. Methods that write send their call once. None throws for anything that the site or the
 * network does; a request of more form fields than the site's PHP takes is an {@link IllegalArgumentException}, which
 * batches cut by {@link #limits()} never meet. An empty list is done without a call.
 */
public final class MoodleClient {

    private final BatchLimits limits;
    private final SiteFunctions site;
    private final UserFunctions users;
    private final CohortFunctions cohorts;
    private final CourseFunctions courses;
    private final EnrolmentFunctions enrolments;
    private final GroupFunctions groups;
    private final ProgressFunctions progress;
    private final PartnerFunctions partner;

    /**
     * A client for one site.
     *
     * @param http what carries the calls, by its {@code sendAsync(request, bodyHandler)}; see {@link #httpClient}
     * @param log where each request is counted
     */
    public MoodleClient(MoodleSite moodle, HttpClient http, CallLog log) {
        this(moodle, http, log, new CallGate());
    }

    /**
     * A client for one site whose calls can be brought to an end.
     *
     * @param http what carries the calls, by its {@code sendAsync(request, bodyHandler)}; see {@link #httpClient}
     * @param log where each request is counted
     * @param gate through which each request goes; once it is shut, every method that would make one throws a
     *     {@link CallsEndedException}
     */
    public MoodleClient(MoodleSite moodle, HttpClient http, CallLog log, CallGate gate) {
        Calls calls = new Calls(moodle, http, log, gate);
        this.limits = calls.limits();
        this.site = new SiteFunctions(calls);
        this.users = new UserFunctions(calls);
        this.cohorts = new CohortFunctions(calls);
        this.courses = new CourseFunctions(calls);
        this.enrolments = new EnrolmentFunctions(calls);
        this.groups = new GroupFunctions(calls);
        this.progress = new ProgressFunctions(calls);
        this.partner = new PartnerFunctions(calls);
    }

    /**
     * A carrier for the site's calls: HTTP/1.1, the site's time to connect, the JDK's trust and the site's, and no
     * redirect is ever followed.
     */
    public static HttpClient httpClient(MoodleSite site) {
        HttpClient.Builder http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(site.timeLimits().connect());
        if (!site.authorities().isEmpty()) {
            http.sslContext(SiteTrust.beside(site.authorities()));
        }
        return http.build();
    }

    /** How much one call may carry on this site. */
    public BatchLimits limits() {
        return limits;
    }

    /** What the site tells of itself. */
    public SiteFunctions site() {
        return site;
    }

    /** The accounts of the site. */
    public UserFunctions users() {
        return users;
    }

    /** The cohorts of the site and their members. */
    public CohortFunctions cohorts() {
        return cohorts;
    }

    /** The courses of the site. */
    public CourseFunctions courses() {
        return courses;
    }

    /** Who is enrolled where. */
    public EnrolmentFunctions enrolments() {
        return enrolments;
    }

    /** The groups of courses. */
    public GroupFunctions groups() {
        return groups;
    }

    /** How far people got: completion and grades. */
    public ProgressFunctions progress() {
        return progress;
    }

    /** What the site tells a program partner, where it has the functions for one. */
    public PartnerFunctions partner() {
        return partner;
    }
}
