package org.rollcall.roster;

/** One made-up row of a {@link SampleRoster}: the same for the same number. */
record SamplePerson(int number) {
    private static final String[] FIRST_NAMES = {
        "Amara",
        "Zoë",
        "José",
        "Łukasz",
        "Søren",
        "Анна",
        "Дмитрий",
        "Ελένη",
        "Νίκος",
        "محمد",
        "ליאור",
        "伟",
        "さくら",
        "민준",
        "आरव",
        "สมชาย",
        "Naledi",
        "Chiamaka",
        "Aoife",
        "François"
    };
    private static final String[] LAST_NAMES = {
        "Okafor",
        "Müller",
        "García",
        "Wiśniewski",
        "Ångström",
        "Иванова",
        "Соколов",
        "Παπαδοπούλου",
        "الهاشمي",
        "כהן",
        "王",
        "田中",
        "김",
        "शर्मा",
        "ใจดี",
        "Dlamini",
        "O'Brien",
        "Nguyễn",
        "Şahin"
    };
    private static final String[] CITIES = {"Cape Town", "Berlin", "Bogotá", "Warszawa", "Αθήνα", "東京", "Nairobi"};
    private static final String[] COUNTRIES = {"ZA", "DE", "CO", "PL", "GR", "JP", "KE"};
    private static final String[] COHORTS = {"STUDENTS-2026", "STAFF-2026", "MENTORS-2026"};
    private static final String[] COURSES = {"ENG101", "MATH201", "BIO110", "HIST150", "CHEM120"};

    static SamplePerson of(int number) {
        return new SamplePerson(number);
    }

    String[] cells() {
        String username = "learner%07d".formatted(number + 1);
        boolean teaches = number % 50 == 49;
        return new String[] {
            username,
            pick(FIRST_NAMES, number),
            pick(LAST_NAMES, number / FIRST_NAMES.length + number),
            username + "@example.edu",
            "Roster-%d-pass".formatted(number + 1),
            "%08d".formatted(number + 1),
            pick(CITIES, number),
            pick(COUNTRIES, number),
            teaches ? COHORTS[1] : pick(COHORTS, number),
            pick(COURSES, number),
            teaches ? "teacher" : "student",
            pick(COURSES, number + 2)
        };
    }

    private static String pick(String[] from, int number) {
        return from[number % from.length];
    }
}
