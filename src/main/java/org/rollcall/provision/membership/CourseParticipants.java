package org.rollcall.provision.membership;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.EnrolmentFunctions;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Participant;
import org.rollcall.moodle.Participation;
import org.rollcall.moodle.Role;
import org.rollcall.operation.Answers;

/**
 * Who is enrolled in a course. Their roles, which take Moodle several times as long, and who has no access are read once
 * they are asked for.
 */
public final class CourseParticipants {

    private final long courseId;
    private final EnrolmentFunctions enrolments;
    private final AccountIds all;
    private @Nullable Map<Long, AccountIds> byRole;
    private boolean accessIsRead;
    private @Nullable AccountIds withoutAccess;

    private CourseParticipants(long courseId, EnrolmentFunctions enrolments, AccountIds all) {
        this.courseId = courseId;
        this.enrolments = enrolments;
        this.all = all;
    }

    /** Reads a course; null where the token's account may not see who is in it. */
    public static @Nullable CourseParticipants read(long courseId, boolean withRoles, EnrolmentFunctions enrolments) {
        if (!withRoles) {
            Outcome<List<Long>> ids = enrolments.participantIds(courseId, Participation.ANY);
            return Answers.mayNotBeRead(ids) ? null : of(courseId, Answers.valueOf(ids), enrolments);
        }
        Outcome<List<Participant>> outcome = enrolments.participants(courseId);
        if (Answers.mayNotBeRead(outcome)) {
            return null;
        }
        List<Participant> everybody = Answers.valueOf(outcome);
        AccountIds ids =
                new AccountIds(everybody.stream().map(Participant::userId).toList());
        CourseParticipants course = new CourseParticipants(courseId, enrolments, ids);
        course.byRole = byRole(everybody);
        return course;
    }

    /** A course of whose participants the ids have been read. */
    public static CourseParticipants of(long courseId, List<Long> ids, EnrolmentFunctions enrolments) {
        return new CourseParticipants(courseId, enrolments, new AccountIds(ids));
    }

    private static Map<Long, AccountIds> byRole(List<Participant> participants) {
        Map<Long, Set<Long>> holders = new HashMap<>();
        for (Participant participant : participants) {
            for (Role role : participant.roles()) {
                holders.computeIfAbsent(role.id(), id -> new HashSet<>()).add(participant.userId());
            }
        }
        Map<Long, AccountIds> byRole = new HashMap<>();
        holders.forEach((role, ids) -> byRole.put(role, new AccountIds(ids)));
        return byRole;
    }

    /** Whether somebody is enrolled there. */
    public boolean contains(long accountId) {
        return all.contains(accountId);
    }

    /** Everybody who is enrolled there. */
    public AccountIds ids() {
        return all;
    }

    /** The ids of the roles that somebody has there. */
    public SortedSet<Long> rolesOf(long accountId) {
        if (byRole == null) {
            byRole = byRole(Answers.valueOf(enrolments.participants(courseId)));
        }
        SortedSet<Long> roles = new TreeSet<>();
        byRole.forEach((role, holders) -> {
            if (holders.contains(accountId)) {
                roles.add(role);
            }
        });
        return roles;
    }

    /**
     * Whether somebody has no access now: suspended, or outside the dates of the enrolment. Null where the token's account
     * may not see that.
     */
    public @Nullable Boolean isWithoutAccess(long accountId) {
        if (!accessIsRead) {
            Outcome<List<Long>> ids = enrolments.participantIds(courseId, Participation.SUSPENDED);
            withoutAccess = Answers.mayNotBeRead(ids) ? null : new AccountIds(Answers.valueOf(ids));
            accessIsRead = true;
        }
        return withoutAccess == null ? null : withoutAccess.contains(accountId);
    }
}
