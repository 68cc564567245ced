package org.rollcall.moodle;

import java.util.ArrayList;
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
        List<Participant> all = new ArrayList<>();
        int from = 0;
        int pageSize;
        do {
            Outcome<List<Participant>> page = calls.read(
                    WsFunction.PARTICIPANTS,
                    Calls.ordered("courseid", courseId, "options", participantOptions(from)),
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
    public Outcome<Acknowledged> enrol(List<Enrolment> enrolments) {
        return calls.write(WsFunction.ENROL_USERS, "enrolments", enrolments, new Acknowledged(0), answer -> {
            answer.requireNothing();
            return new Acknowledged(enrolments.size());
        });
    }

    private static List<Map<String, Object>> participantOptions(int from) {
        return List.of(
                Calls.ordered("name", "userfields", "value", "id,roles"),
                Calls.ordered("name", "limitfrom", "value", from),
                Calls.ordered("name", "limitnumber", "value", PARTICIPANTS_PER_CALL),
                Calls.ordered("name", "sortby", "value", "id"));
    }
}
