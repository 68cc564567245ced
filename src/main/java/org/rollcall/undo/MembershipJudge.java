package org.rollcall.undo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.EffectKind;
import org.rollcall.ledger.EnrolmentTerms;
import org.rollcall.ledger.LaterEffect;
import org.rollcall.ledger.UndoAction;
import org.rollcall.ledger.UndoItem;
import org.rollcall.ledger.UndoState;
import org.rollcall.provision.membership.AccountIds;
import org.rollcall.provision.membership.CourseParticipants;
import org.rollcall.undo.SiteMembers.Seen;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Decides whether what a run did to memberships is taken back: only what still stands as that run left it. */
@Component
class MembershipJudge {

    private static final Set<EffectKind> OF_COHORTS =
            Set.of(EffectKind.COHORT_MEMBER_ADDED, EffectKind.COHORT_MEMBER_REMOVED);
    private static final Set<EffectKind> OF_COURSES =
            Set.of(EffectKind.ENROLLED, EffectKind.ENROLMENT_CHANGED, EffectKind.UNENROLLED);

    private final JsonMapper json;
    private final Clock clock;

    MembershipJudge(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    UndoItem judge(UndoItem item, SiteMembers members, List<LaterEffect> later) {
        return switch (item.action()) {
            case ADD_TO_COHORT, REMOVE_FROM_COHORT -> inCohort(item, members.cohort(item.target()), later);
            default -> inCourse(item, members.course(item.target()), later);
        };
    }

    private static UndoItem inCohort(UndoItem item, Seen<AccountIds> cohort, List<LaterEffect> later) {
        boolean removes = item.action() == UndoAction.REMOVE_FROM_COHORT;
        if (cohort.isGone()) {
            return item.in(removes ? UndoState.ALREADY : UndoState.KEPT, "The cohort is gone.");
        }
        boolean asBefore =
                cohort.who().map(ids -> ids.contains(item.account()) != removes).orElse(false);
        if (asBefore) {
            return item.in(
                    UndoState.ALREADY, removes ? "The person is not in the cohort." : "The person is in the cohort.");
        }
        return keptByLater(item, later, OF_COHORTS);
    }

    private UndoItem inCourse(UndoItem item, Seen<CourseParticipants> course, List<LaterEffect> later) {
        boolean unenrols = item.action() == UndoAction.UNENROL;
        if (course.isGone()) {
            return item.in(unenrols ? UndoState.ALREADY : UndoState.KEPT, "The course is gone.");
        }
        if (course.who().isEmpty()) {
            return keptByLater(item, later, OF_COURSES);
        }
        CourseParticipants participants = course.who().get();
        boolean enrolled = participants.contains(item.account());
        if (item.action() == UndoAction.ENROL) {
            return enrolled
                    ? item.in(UndoState.ALREADY, "The person is enrolled.")
                    : keptByLater(item, later, OF_COURSES);
        }
        if (!enrolled) {
            return item.in(unenrols ? UndoState.ALREADY : UndoState.KEPT, "The person is not enrolled any more.");
        }
        UndoItem judged = keptByLater(item, later, OF_COURSES);
        String change = judged.state() == UndoState.PLANNED ? change(item, participants) : null;
        return change == null ? judged : item.in(UndoState.KEPT, "Somebody changed it since: " + change);
    }

    /** What of an enrolment is other than the run left it, as far as the site tells; null for nothing. */
    private @Nullable String change(UndoItem item, CourseParticipants course) {
        if (item.found() == null) {
            return null;
        }
        EnrolmentTerms left = json.readValue(item.found(), EnrolmentTerms.class);
        SortedSet<Long> roles = course.rolesOf(item.account());
        boolean sameRoles = item.action() == UndoAction.UNENROL
                ? roles.equals(Set.of(left.roleId()))
                : roles.contains(left.roleId());
        if (!roles.isEmpty() && !sameRoles) {
            return "the person has other roles in the course.";
        }
        Boolean withoutAccess = course.isWithoutAccess(item.account());
        Instant now = clock.instant();
        if (withoutAccess == null || withoutAccess == (left.barsAccess() || !left.isOpenAt(now))) {
            return null;
        }
        return withoutAccess ? "the enrolment is suspended or has other dates." : "the enrolment gives access now.";
    }

    private static UndoItem keptByLater(UndoItem item, List<LaterEffect> later, Set<EffectKind> kinds) {
        List<LaterEffect> same =
                later.stream().filter(effect -> kinds.contains(effect.kind())).toList();
        return same.isEmpty()
                ? item
                : item.in(UndoState.KEPT, "The run " + same.get(same.size() - 1).run() + " changed it since.");
    }
}
