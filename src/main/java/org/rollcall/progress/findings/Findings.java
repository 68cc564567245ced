package org.rollcall.progress.findings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All that was found for a report, put together person by person. */
@Component
public class Findings {

    private static final int PEOPLE_AT_A_TIME = 500;

    private final Reports reports;
    private final People people;
    private final Courses courses;
    private final Standings standings;
    private final Activities activities;
    private final Gradebook gradebook;

    Findings(
            Reports reports,
            People people,
            Courses courses,
            Standings standings,
            Activities activities,
            Gradebook gradebook) {
        this.reports = reports;
        this.people = people;
        this.courses = courses;
        this.standings = standings;
        this.activities = activities;
        this.gradebook = gradebook;
    }

    /** The courses of a report, with what there is to do in each. */
    public List<Outline> outlines(long runId) {
        return courses.of(runId).stream()
                .map(course -> new Outline(course, activities.of(runId, course.id()), gradebook.of(runId, course.id())))
                .toList();
    }

    /**
     * Gives the people of a report by their names, each with the courses of the report: all of them where the question
     * names a cohort and courses, else those in which somebody is enrolled.
     */
    public Iterator<PersonFindings> people(long runId) {
        SiteQuestion question = reports.question(runId);
        boolean isOfCohort = question.question().cohort() != null;
        boolean all = isOfCohort && !question.findsCourses();
        List<Outline> outlines = outlines(runId);
        List<Long> ids = people.inOrder(runId);
        return new Iterator<>() {
            private int next;
            private Iterator<PersonFindings> some = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!some.hasNext() && next < ids.size()) {
                    int end = Math.min(next + PEOPLE_AT_A_TIME, ids.size());
                    some = putTogether(ids.subList(next, end), outlines, all).stream()
                            // Whom a course's report is about was found in a course.
                            .filter(found -> isOfCohort || !found.courses().isEmpty())
                            .iterator();
                    next = end;
                }
                return some.hasNext();
            }

            @Override
            public PersonFindings next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return some.next();
            }
        };
    }

    private List<PersonFindings> putTogether(List<Long> ids, List<Outline> outlines, boolean all) {
        Map<Long, Person> byId = people.find(ids);
        Map<Long, List<Standing>> standing = standings.of(ids);
        Map<Long, List<ActivityState>> done = activities.done(ids);
        Map<Long, Map<Long, List<ItemGrade>>> grades = gradebook.grades(ids);
        List<PersonFindings> together = new ArrayList<>();
        for (Long id : ids) {
            Map<Long, ActivityState> doneBy = done.getOrDefault(id, List.of()).stream()
                    .collect(Collectors.toMap(ActivityState::activityId, Function.identity()));
            Map<Long, Standing> byCourse = standing.getOrDefault(id, List.of()).stream()
                    .collect(Collectors.toMap(Standing::courseId, Function.identity()));
            List<CourseFindings> found = new ArrayList<>();
            for (Outline outline : outlines) {
                long course = outline.course().id();
                Standing there = byCourse.getOrDefault(course, Standing.none(id, course));
                if (all || there.enrolment() != EnrolmentState.NONE) {
                    found.add(new CourseFindings(
                            outline,
                            there,
                            ofCourse(outline, doneBy),
                            byKey(grades.getOrDefault(id, Map.of()).getOrDefault(course, List.of()))));
                }
            }
            together.add(new PersonFindings(Objects.requireNonNull(byId.get(id)), found));
        }
        return together;
    }

    private static Map<Long, ActivityState> ofCourse(Outline outline, Map<Long, ActivityState> done) {
        Map<Long, ActivityState> ofCourse = new HashMap<>();
        for (Activity activity : outline.activities()) {
            ActivityState state = done.get(activity.id());
            if (state != null) {
                ofCourse.put(activity.id(), state);
            }
        }
        return ofCourse;
    }

    private static Map<String, ItemGrade> byKey(List<ItemGrade> grades) {
        return grades.stream().collect(Collectors.toMap(ItemGrade::item, Function.identity()));
    }
}
