package org.rollcall.provision.membership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.MembershipState;
import org.rollcall.ledger.Plans;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.Participation;
import org.rollcall.operation.Answers;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Looks, while a plan is applied, whether the people that it is about to enrol have been enrolled since it was made: Moodle
 * would set their enrolment anew. Each course is read once, by ids, before the first of its people. A run that plans and
 * applies in one go has just looked.
 */
@Component
@StepScope
class EnrolledSincePlan {

    private final long run;
    private final boolean applying;
    private final MoodleClient moodle;
    private final MembershipVerdicts verdicts;
    private final Map<Long, AccountIds> participants = new HashMap<>();

    EnrolledSincePlan(
            @Value("#{jobParameters['run']}") long run, Plans plans, MoodleClient moodle, MembershipVerdicts verdicts) {
        this.run = run;
        this.applying = plans.isReleased(run);
        this.moodle = moodle;
        this.verdicts = verdicts;
    }

    /**
     * Gives the wishes that still are as they were planned. What a call of this run may have sent before is among them:
     * whoever is enrolled then may be so by us.
     */
    List<Membership> without(List<Membership> wishes) {
        if (!applying) {
            return wishes;
        }
        List<Membership> asPlanned = new ArrayList<>();
        List<Membership> present = new ArrayList<>();
        for (Membership wish : wishes) {
            if (wish.state() == MembershipState.PENDING && wish.standing() == null && isEnrolled(wish)) {
                present.add(wish);
                verdicts.warned(run, wish, MembershipProblems.enrolledSincePlan(wish));
            } else {
                asPlanned.add(wish);
            }
        }
        verdicts.present(present);
        return asPlanned;
    }

    private AccountIds participantsOf(long course) {
        Outcome<List<Long>> ids = moodle.enrolments().participantIds(course, Participation.ANY);
        // Where participants may not be read nobody was matched with them either.
        boolean hidden = ids instanceof Refused<List<Long>> refused && refused.lacksPermission();
        return new AccountIds(hidden ? List.of() : Answers.valueOf(ids));
    }

    private boolean isEnrolled(Membership wish) {
        return participants
                .computeIfAbsent(Objects.requireNonNull(wish.targetId()), this::participantsOf)
                .contains(Objects.requireNonNull(wish.accountId()));
    }
}
