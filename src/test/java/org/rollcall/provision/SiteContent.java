package org.rollcall.provision;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rollcall.sandbox.SandboxEnrolment;
import org.rollcall.sandbox.SandboxState;

/**
 * What a roster changes on a practice site, without regard to order; whatever is there twice stands here twice.
 *
 * @param members the usernames by cohort
 * @param enrolments the enrolments by course
 */
record SiteContent(
        List<String> usernames, Map<String, List<String>> members, Map<String, List<SandboxEnrolment>> enrolments) {

    private static final List<String> COURSES = List.of("ENG101", "MATH201", "BIO110", "HIST150", "CHEM120");

    static SiteContent of(SandboxState site) {
        Map<String, List<String>> members = new TreeMap<>();
        for (String cohort : site.cohortIdnumbers()) {
            members.put(cohort, site.cohortMembers(cohort).stream().sorted().toList());
        }
        Map<String, List<SandboxEnrolment>> enrolments = new TreeMap<>();
        for (String course : COURSES) {
            enrolments.put(
                    course,
                    site.enrolments(course).stream()
                            .sorted(Comparator.comparing(SandboxEnrolment::username))
                            .toList());
        }
        return new SiteContent(site.usernames().stream().sorted().toList(), members, enrolments);
    }

    /** The usernames of those who are enrolled in a course. */
    static List<String> participants(SandboxState site, String course) {
        return site.enrolments(course).stream().map(SandboxEnrolment::username).toList();
    }
}
