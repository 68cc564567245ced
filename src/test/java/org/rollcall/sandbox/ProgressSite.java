package org.rollcall.sandbox;

/**
 * A small site where people have done things. Accounts: 3 svc (whose token it is), 4 ann (a student of WRIT and HIST who
 * read, was graded 8 of 10 and 40 of 50), 5 ben (a student of WRIT who did nothing), 6 tom (a teacher of WRIT), 7 eve
 * (enrolled nowhere). Courses: 2 WRIT, 3 HIST (hidden, nothing tracked). Activities of WRIT: 1 page, 2 quiz, 3 assign,
 * 4 forum (hidden).
 */
final class ProgressSite {
    private static final String SEED = """
            site: {name: Progress, shortname: p, debug: 15}
            courses:
              - {shortname: WRIT, fullname: Writing, idnumber: W1, completion: true}
              - {shortname: HIST, fullname: History, hidden: true}
            users:
              - username: svc
                firstname: S
                lastname: V
                email: svc@example.com
                assigns: [student]
                capabilities:
                  - webservice/rest:use
                  - moodle/course:view
                  - moodle/course:viewhiddencourses
                  - moodle/course:viewparticipants
                  - moodle/user:viewdetails
                  - report/progress:view
                  - report/completion:view
                  - gradereport/user:view
                  - enrol/manual:enrol
                  - enrol/manual:unenrol
                  - moodle/grade:viewall
                  - mod/quiz:view
                  - mod/assign:view
                  - mod/forum:view
              - {username: ann, firstname: Ann, lastname: A, email: ann@example.com}
              - {username: ben, firstname: Ben, lastname: B, email: ben@example.com}
              - {username: tom, firstname: Tom, lastname: T, email: tom@example.com}
              - {username: eve, firstname: Eve, lastname: E, email: eve@example.com, deleted: true}
            cohorts:
              - {idnumber: C1, name: One, members: [ann]}
              - {idnumber: C2, name: Two, members: [ben]}
            enrolments:
              - {course: WRIT, user: ann, role: student}
              - {course: HIST, user: ann, role: student}
              - {course: WRIT, user: ben, role: student}
              - {course: WRIT, user: tom, role: teacher}
            groups:
              - {course: WRIT, name: Team, members: [ben]}
            progress:
              activities:
                - {course: WRIT, module: page, name: Start, idnumber: P, completion: automatic, rules: [view], criterion: true}
                - {course: WRIT, module: quiz, name: Test, idnumber: Q, completion: automatic, rules: [view, grade], criterion: true, grademax: 10}
                - {course: WRIT, module: assign, name: Essay, idnumber: E, completion: manual, grademax: 50}
                - {course: WRIT, module: forum, name: Secret, idnumber: F, completion: manual, hidden: true, grademax: 5}
              completions:
                - {user: ann, activity: P, state: complete, viewed: true, time: 1000}
                - {user: ann, activity: Q, state: failed, time: 2000}
              grades:
                - {user: ann, activity: Q, grade: 8, time: 2000, submitted: 1900}
                - {user: ann, activity: E, grade: 40, time: 3000, feedback: Well done}
              accesses:
                - {user: ann, course: WRIT, time: 4000}
                - {user: ben, time: 5000}
            tokens:
              - {user: svc, cohorts: [C1]}
            functions:
              - core_user_get_users_by_field
              - core_enrol_get_users_courses
              - core_completion_get_activities_completion_status
              - core_completion_get_course_completion_status
              - gradereport_user_get_grade_items
              - gradereport_overview_get_course_grades
              - enrol_manual_enrol_users
              - enrol_manual_unenrol_users
            """;

    private ProgressSite() {}

    static SandboxOptions options() {
        return SandboxOptions.inMemory().withSeed(SEED);
    }

    /** The site for a caller who lacks a capability. */
    static SandboxOptions without(String capability) {
        String line = "- " + capability + "\n";
        if (!SEED.contains(line)) {
            throw new IllegalStateException("no such capability: " + capability);
        }
        return SandboxOptions.inMemory().withSeed(SEED.replaceFirst(" +- " + capability + "\n", ""));
    }
}
