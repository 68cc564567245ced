package org.rollcall.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.Cohort;
import org.rollcall.moodle.Course;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Unavailable;
import org.rollcall.moodle.PartnerFunctions;
import org.rollcall.moodle.SiteInfo;
import org.rollcall.moodle.UnavailableKind;
import org.rollcall.moodle.VisibleCourse;
import org.rollcall.operation.Answers;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.SiteNames;
import org.rollcall.operation.SiteUnavailableException;
import org.rollcall.progress.findings.Question;
import org.rollcall.progress.findings.ReportCourse;
import org.rollcall.progress.findings.SiteQuestion;
import org.springframework.stereotype.Component;

/** Finds out what a question stands for on the site, before anything else is done. */
@Component
class Resolution {

    private final MoodleClient moodle;

    Resolution(MoodleClient moodle) {
        this.moodle = moodle;
    }

    /**
     * Resolves a question.
     *
     * @throws SettingsException when the site does not have what it names, or does not tell who is there
     * @throws SiteUnavailableException when the site cannot be worked with
     */
    SiteQuestion resolve(Question question) {
        Set<String> functions = functions();
        requireSomebody(question, functions);
        return new SiteQuestion(
                question, cohort(question.cohort(), functions), courses(question, functions), functions);
    }

    /** A partner's token may lack even the function that tells the others; then those are tried that partners get. */
    private Set<String> functions() {
        Outcome<SiteInfo> info = moodle.site().info();
        if (info instanceof Unavailable<SiteInfo> unavailable && unavailable.kind() == UnavailableKind.SERVICE) {
            Set<String> ofPartners = new TreeSet<>(PartnerFunctions.names());
            ofPartners.add(Offer.ACCOUNTS.function());
            ofPartners.add(Offer.COURSE_COMPLETION.function());
            return ofPartners;
        }
        return Answers.valueOf(info).functions();
    }

    private static void requireSomebody(Question question, Set<String> functions) {
        if (Offer.PARTNER_USERS.isIn(functions)) {
            return;
        }
        boolean told = question.cohort() == null
                ? Offer.PARTICIPANTS.isIn(functions)
                : Offer.COHORTS.isIn(functions) && Offer.COHORT_MEMBERS.isIn(functions);
        if (!told) {
            throw new SettingsException(
                    "The token's service does not tell who is in a %s; add %s to it under Site administration > Server > Web services > External services."
                            .formatted(
                                    question.cohort() == null ? "course" : "cohort",
                                    question.cohort() == null
                                            ? Offer.PARTICIPANTS.function()
                                            : Offer.COHORTS.function() + " and " + Offer.COHORT_MEMBERS.function()));
        }
        if (question.courses().isEmpty()
                && !Offer.USERS_COURSES.isIn(functions)
                && !Offer.PARTNER_USERS_COURSES.isIn(functions)) {
            throw new SettingsException(
                    "The token's service does not tell in which courses somebody is (%s); name the courses with --course."
                            .formatted(Offer.USERS_COURSES.function()));
        }
    }

    private @Nullable Long cohort(@Nullable String idnumber, Set<String> functions) {
        if (idnumber == null || !Offer.COHORTS.isIn(functions) || !Offer.COHORT_MEMBERS.isIn(functions)) {
            return null;
        }
        List<Cohort> all = Answers.valueOf(moodle.cohorts().all());
        List<Cohort> found = all.stream()
                .filter(cohort -> cohort.idnumber().equalsIgnoreCase(idnumber))
                .toList();
        if (found.isEmpty()) {
            throw new SettingsException("The site has no cohort with the ID number \"%s\"%s"
                    .formatted(idnumber, SiteNames.ofCohorts(all).endOfSentence(idnumber)));
        }
        if (found.size() > 1) {
            throw new SettingsException(
                    "The site has %d cohorts with the ID number \"%s\"; give them different ones on the site."
                            .formatted(found.size(), idnumber));
        }
        return found.get(0).id();
    }

    private List<ReportCourse> courses(Question question, Set<String> functions) {
        if (question.courses().isEmpty()) {
            return List.of();
        }
        if (Offer.COURSES.isIn(functions)) {
            return namedCourses(question);
        }
        if (Offer.PARTNER_VISIBLE_COURSES.isIn(functions)) {
            return partnersCourses(question);
        }
        throw new SettingsException(
                "The token's service does not tell which courses there are (%s); give --cohort without --course."
                        .formatted(Offer.COURSES.function()));
    }

    private List<ReportCourse> namedCourses(Question question) {
        List<ReportCourse> courses = new ArrayList<>();
        for (String shortname : question.courses()) {
            Course course = Answers.valueOf(moodle.courses().byShortname(shortname)).stream()
                    .findFirst()
                    .orElseThrow(() -> unknown(shortname, namesOfAll()));
            add(courses, course.id(), course.shortname(), course.fullname());
        }
        return courses;
    }

    /** The names there are, to find a near one; a site that does not tell them does no harm. */
    private SiteNames namesOfAll() {
        return moodle.courses()
                .all()
                .fold(
                        done -> SiteNames.ofCourses(done.value()),
                        refused -> SiteNames.none(),
                        unavailable -> SiteNames.none(),
                        ambiguous -> SiteNames.none());
    }

    private List<ReportCourse> partnersCourses(Question question) {
        List<VisibleCourse> all = Answers.valueOf(moodle.partner().visibleCourses(0));
        List<ReportCourse> courses = new ArrayList<>();
        for (String shortname : question.courses()) {
            VisibleCourse course = all.stream()
                    .filter(visible -> visible.shortname().equalsIgnoreCase(shortname))
                    .findFirst()
                    .orElseThrow(() -> unknown(
                            shortname,
                            SiteNames.ofCourses(all.stream()
                                    .map(visible -> new Course(
                                            visible.id(), visible.shortname(), visible.fullname(), "", true, null))
                                    .toList())));
            add(courses, course.id(), course.shortname(), course.fullname());
        }
        return courses;
    }

    private static SettingsException unknown(String shortname, SiteNames names) {
        return new SettingsException("The site has no course with the short name \"%s\"%s"
                .formatted(shortname, names.endOfSentence(shortname)));
    }

    private static void add(List<ReportCourse> courses, long id, String shortname, String fullname) {
        if (courses.stream().noneMatch(known -> known.id() == id)) {
            courses.add(new ReportCourse(id, courses.size(), shortname, fullname, null, null));
        }
    }
}
