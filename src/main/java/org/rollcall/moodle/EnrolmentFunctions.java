package org.rollcall.moodle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Who is enrolled where. */
public final class EnrolmentFunctions {

    private static final int PARTICIPANTS_PER_CALL = 5000;

    private final Calls calls;

    EnrolmentFunctions(Calls calls) {
        this.calls = calls;
    }

    /** Everybody who is enrolled in a course, ordered by id, with their roles there. */
    public Outcome<List<Participant>> participants(long courseId) {
        return participants(courseId, "id,roles", Participation.ANY, Participant::from);
    }

    /** Everybody who is enrolled in a course, ordered by id, with who they are, their roles, and when they last came. */
    public Outcome<List<EnrolledPerson>> people(long courseId) {
        return participants(
                courseId,
                "id,username,fullname,email,idnumber,lastaccess,lastcourseaccess,roles",
                Participation.ANY,
                EnrolledPerson::from);
    }

    /** Everybody who is enrolled in a course, ordered by id, with no more than when they last came to it. */
    public Outcome<List<EnrolledPerson>> lastCame(long courseId) {
        return participants(courseId, "id,lastcourseaccess", Participation.ANY, EnrolledPerson::from);
    }

    /** The ids of the accounts that are enrolled in a course, in their order, for a third of the time. */
    public Outcome<List<Long>> participantIds(long courseId, Participation participation) {
        return participants(courseId, "id", participation, user -> user.number("id"));
    }

    private <T> Outcome<List<T>> participants(
            long courseId, String userFields, Participation participation, Function<Answer, T> decoder) {
        return Calls.inPages(
                page -> calls.read(
                        WsFunction.PARTICIPANTS,
                        Parameters.of(
                                "courseid",
                                courseId,
                                "options",
                                participantOptions(userFields, participation, page * PARTICIPANTS_PER_CALL)),
                        1,
                        answer -> answer.items(decoder)),
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

    private static List<Map<String, Object>> participantOptions(
            String userFields, Participation participation, int from) {
        List<Map<String, Object>> options = new ArrayList<>(List.of(
                Parameters.of("name", "userfields", "value", userFields),
                Parameters.of("name", "limitfrom", "value", from),
                Parameters.of("name", "limitnumber", "value", PARTICIPANTS_PER_CALL),
                Parameters.of("name", "sortby", "value", "id")));
        if (!participation.option().isEmpty()) {
            options.add(Parameters.of("name", participation.option(), "value", 1));
        }
        return options;
    }
}
