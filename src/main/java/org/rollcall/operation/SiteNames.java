package org.rollcall.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.ledger.Memberships;
import org.rollcall.moodle.Cohort;
import org.rollcall.moodle.Course;
import org.rollcall.moodle.Group;
import org.rollcall.roster.text.NearNames;
import org.rollcall.roster.text.Wording;

/**
 * Which courses or cohorts of the site a name may stand for that the site does not have: those that are written nearly
 * the same, or that are known by this name otherwise, as a course is by its full name.
 */
public final class SiteNames {

    private final NearNames names;
    private final Map<String, List<OtherName>> otherNames = new HashMap<>();

    private SiteNames(List<String> names) {
        this.names = new NearNames(names);
    }

    /** A name that a roster cannot use, and whose it is. */
    private record OtherName(String kind, String of) {}

    /** The courses by their short names. The site itself counts as a course in Moodle, and nobody is enrolled there. */
    public static SiteNames ofCourses(List<Course> all) {
        List<Course> courses = all.stream()
                .filter(course -> course.categoryId() == null || course.categoryId() != 0)
                .toList();
        SiteNames site = new SiteNames(courses.stream().map(Course::shortname).toList());
        for (Course course : courses) {
            site.add(course.fullname(), "the full name of the course", course.shortname());
            site.add(course.idnumber(), "the ID number of the course", course.shortname());
        }
        return site;
    }

    /** The cohorts by their ID numbers. */
    public static SiteNames ofCohorts(List<Cohort> cohorts) {
        SiteNames site = new SiteNames(cohorts.stream().map(Cohort::idnumber).toList());
        cohorts.forEach(cohort -> site.add(cohort.name(), "the name of the cohort", cohort.idnumber()));
        return site;
    }

    /** The groups of one course by their names. */
    public static SiteNames ofGroups(List<Group> groups) {
        SiteNames site = new SiteNames(groups.stream().map(Group::name).toList());
        groups.forEach(group -> site.add(group.idnumber(), "the ID number of the group", group.name()));
        return site;
    }

    /** No names at all, where the site does not tell them. */
    public static SiteNames none() {
        return new SiteNames(List.of());
    }

    private void add(String otherName, String kind, String name) {
        if (!otherName.isEmpty()) {
            otherNames
                    .computeIfAbsent(Memberships.key(otherName), same -> new ArrayList<>())
                    .add(new OtherName(kind, name));
        }
    }

    /** How a sentence ends that says that the site does not have this name. */
    public String endOfSentence(String wrong) {
        List<String> near = names.writtenOtherwise(wrong);
        List<OtherName> others = otherNames.getOrDefault(Memberships.key(wrong), List.of());
        if (near.isEmpty() && !others.isEmpty()) {
            return "; that is " + meaning(others);
        }
        if (near.isEmpty()) {
            near = names.fewSlipsAway(wrong);
        }
        return near.isEmpty() ? "." : "; it has " + Wording.listed(near) + ".";
    }

    private static String meaning(List<OtherName> others) {
        OtherName first = others.get(0);
        if (first.of().isEmpty()) {
            return first.kind().replace("the cohort", "a cohort that has no ID number; give it one on the site.");
        }
        List<String> named = others.stream()
                .map(OtherName::of)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .limit(NearNames.MOST)
                .toList();
        return named.size() == 1
                ? "%s %s, so write %s.".formatted(first.kind(), first.of(), first.of())
                : "%ss %s, so write the one that is meant.".formatted(first.kind(), Wording.listed(named));
    }
}
