package org.rollcall.progress;

import java.io.IOException;
import org.rollcall.installation.PracticeSeed;

/** The site of {@link ProgressSite} with a cohort of many people, every third of whom began, and half of those are through. */
final class ManyPeople {

    private ManyPeople() {}

    static PracticeSeed seed(int people) throws IOException {
        StringBuilder users = new StringBuilder("users:\n");
        StringBuilder members = new StringBuilder();
        StringBuilder enrolments = new StringBuilder("enrolments:\n");
        StringBuilder completions = new StringBuilder("  completions:\n");
        StringBuilder grades = new StringBuilder("  grades:\n");
        for (int i = 1; i <= people; i++) {
            String name = "p%05d".formatted(i);
            users.append("  - {username: %1$s, firstname: First%2$d, lastname: Last, email: %1$s@example.org}%n"
                    .formatted(name, i));
            members.append(i == 1 ? "" : ", ").append(name);
            for (String course : new String[] {"ENG101", "MATH201"}) {
                enrolments.append("  - {course: %s, user: %s, role: student}%n".formatted(course, name));
            }
            if (i % 3 == 0) {
                completions.append(
                        "    - {user: %s, activity: E-START, state: complete, viewed: true, time: 1790000000}%n"
                                .formatted(name));
            }
            if (i % 6 == 0) {
                completions.append(
                        "    - {user: %s, activity: E-ESSAY, state: complete, time: 1790500000}%n".formatted(name));
                grades.append("    - {user: %s, activity: E-ESSAY, grade: %d, time: 1790500000}%n"
                        .formatted(name, 50 + i % 50));
            }
        }
        return ProgressSite.seed()
                .replaced("users:\n", users.toString())
                .replaced(
                        "cohorts:\n", "cohorts:\n  - {idnumber: MANY, name: Many people, members: [" + members + "]}\n")
                .replaced("enrolments:\n", enrolments.toString())
                .replaced("  completions:\n", completions.toString())
                .replaced("  grades:\n", grades.toString());
    }
}
