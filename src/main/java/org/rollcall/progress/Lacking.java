package org.rollcall.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rollcall.progress.findings.SiteQuestion;

/** What a report leaves out, because the token's service lacks a function and has none in its place. */
final class Lacking {

    private Lacking() {}

    static List<String> notes(SiteQuestion question) {
        Set<String> functions = question.functions();
        List<String> notes = new ArrayList<>();
        if (question.question().cohort() != null && question.cohortId() == null) {
            notes.add("The site does not tell who is in which cohort; these are all people whom it shows to the token's"
                    + " owner as a program partner.");
        }
        if (question.cohortId() != null && !Offer.ACCOUNTS.isIn(functions)) {
            notes.add(
                    "The token's service lacks %s: of people who are in none of the courses no more than the number of"
                                    .formatted(Offer.ACCOUNTS.function())
                            + " their account is known.");
        }
        if (!Offer.PARTICIPANTS.isIn(functions)) {
            notes.add(
                    "The token's service lacks %s: when people last came to a course is left out, and whose enrolment is"
                                    .formatted(Offer.PARTICIPANTS.function())
                            + " suspended is shown as not enrolled.");
        }
        if (!Offer.ACTIVITIES.isIn(functions) && !Offer.PARTNER_ACTIVITIES.isIn(functions)) {
            notes.add("The token's service lacks %s: activities are left out.".formatted(Offer.ACTIVITIES.function()));
        }
        if (!Offer.USERS_COURSES.isIn(functions) && !Offer.COURSE_COMPLETION.isIn(functions)) {
            notes.add("The token's service lacks %s: whether a course is complete is left out."
                    .formatted(Offer.COURSE_COMPLETION.function()));
        } else if (!Offer.COURSE_COMPLETION.isIn(functions)) {
            notes.add("The token's service lacks %s: when a course was completed is left out."
                    .formatted(Offer.COURSE_COMPLETION.function()));
        }
        grades(functions, notes);
        return notes;
    }

    private static void grades(Set<String> functions, List<String> notes) {
        if (Offer.GRADE_ITEMS.isIn(functions) || Offer.PARTNER_GRADES.isIn(functions)) {
            return;
        }
        notes.add(
                Offer.COURSE_GRADES.isIn(functions)
                        ? "The token's service lacks %s: of the grades only those of whole courses are told."
                                .formatted(Offer.GRADE_ITEMS.function())
                        : "The token's service lacks %s: grades are left out.".formatted(Offer.GRADE_ITEMS.function()));
    }
}
