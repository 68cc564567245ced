package org.rollcall.sandbox;

import java.util.List;

/**
 * The cohorts that a program partner was given with the token. The published API says that partners see "only students
 * present within their cohort"; the sandbox takes that for: whoever else is asked for is a parameter that is not valid.
 */
record PartnerCohorts(Tables tables) {

    /** The people of the caller's cohorts, each once. */
    List<Account> people(Call call) {
        return partners(call).stream()
                .flatMap(cohort -> tables.cohorts().members(cohort.id()).stream())
                .distinct()
                .map(tables.users()::required)
                .filter(account -> !account.deleted())
                .toList();
    }

    /** @throws MoodleFault if the account is in none of the caller's cohorts */
    void require(long userId, Call call) {
        if (partners(call).stream().noneMatch(cohort -> tables.cohorts().isMember(cohort.id(), userId))) {
            throw MoodleFault.invalidParameter("The user " + userId + " is not in the program partner's cohort");
        }
    }

    private List<Cohort> partners(Call call) {
        List<String> idnumbers = call.caller().cohorts();
        return tables.cohorts().all().stream()
                .filter(cohort -> idnumbers.isEmpty() || idnumbers.contains(cohort.idnumber()))
                .toList();
    }
}
