package org.rollcall.moodle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lays the warnings of core_cohort_add_cohort_members to the members they are about. They carry no index, but say
 * {@code record already exists: cohort(id=5 id=15)}, {@code user id=15 not exists} or {@code cohort id=5 not exists},
 * in English whatever the site's language, one for each member, in the order of the members.
 */
final class MemberWarnings {

    private static final String ALREADY_MEMBER = "3";

    private MemberWarnings() {}

    static Outcome<List<MemberWarning>> assign(List<NewMember> members, List<SiteWarning> warnings) {
        List<MemberWarning> assigned = new ArrayList<>();
        List<SiteWarning> unassigned = new ArrayList<>();
        Set<Integer> open = new TreeSet<>();
        for (int i = 0; i < members.size(); i++) {
            open.add(i);
        }
        for (SiteWarning warning : warnings) {
            open.stream()
                    .filter(index -> isAbout(warning.message(), members.get(index)))
                    .findFirst()
                    .ifPresentOrElse(
                            index -> {
                                open.remove(index);
                                assigned.add(of(members.get(index), warning));
                            },
                            () -> unassigned.add(warning));
        }
        return new Outcome.Done<>(List.copyOf(assigned), unassigned);
    }

    private static boolean isAbout(String message, NewMember member) {
        return message.contains("cohort(id=" + member.cohortId() + " id=" + member.userId() + ")")
                || message.equals("cohort id=" + member.cohortId() + " not exists")
                || message.equals("user id=" + member.userId() + " not exists");
    }

    private static MemberWarning of(NewMember member, SiteWarning warning) {
        return new MemberWarning(
                member.cohortId(),
                member.userId(),
                warning.code(),
                warning.message(),
                warning.code().equals(ALREADY_MEMBER));
    }
}
