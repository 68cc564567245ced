package org.rollcall.moodle;

import java.util.List;
import java.util.Map;

/** Who is enrolled where. */
public final class EnrolmentFunctions {

    private static final int PARTICIPANTS_PER_CALL = 5000;

    private final Calls calls;

    EnrolmentFunctions(Calls calls) {
        this.calls = calls;
    }

    /** Everybody who is enrolled in a course, ordered by id, with their roles there. */
    public Outcome<List<Participant>> participants(long courseId) {
        return Calls.inPages(
                page -> calls.read(
                        WsFunction.PARTICIPANTS,
                        Parameters.of(
                                "courseid", courseId, "options", participantOptions(page * PARTICIPANTS_PER_CALL)),
                        1,
                        answer -> answer.items(Participant::from)),
                // Moodle cuts the page first and then leaves out whom the token may not see, so a page may come short.
                size -> size > PARTICIPANTS_PER_CALL / 2);
    }

    /**
     * The courses that somebody takes part in, without those where the token's account may not see participants or the
     * enrolment is not active. Nobody of that id takes part in none.
     */
    public Outcome<List<EnrolledCourse>> coursesOf(long userId) {
        // Counting the participants of each course can take Moodle seconds, and nobody asks for the count.
        return calls.read(
                WsFunction.USERS_COURSES,
                Parameters.of("userid", userId, "returnusercount", false),
                1,
                answer -> answer.items(EnrolledCourse::from));
    }

    /** Enrols accounts in courses by hand, all or none. An enrolment that exists is overwritten. */
    public Outcome<Acknowledged> enrol(List<Enrolment> enrolments) {
        return calls.write(WsFunction.ENROL_USERS, "enrolments", enrolments);
    }

    /** Ends manual enrolments, all or none. An id that no account or course has refuses all. */
    public Outcome<Acknowledged> unenrol(List<Unenrolment> unenrolments) {
        return calls.write(WsFunction.UNENROL_USERS, "enrolments", unenrolments);
    }

    private static List<Map<String, Object>> participantOptions(int from) {
        return List.of(
                Parameters.of("name", "userfields", "value", "id,roles"),
                Parameters.of("name", "limitfrom", "value", from),
                Parameters.of("name", "limitnumber", "value", PARTICIPANTS_PER_CALL),
                Parameters.of("name", "sortby", "value", "id"));
    }
}
