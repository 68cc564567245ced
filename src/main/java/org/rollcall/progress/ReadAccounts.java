package org.rollcall.progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.SeenPerson;
import org.rollcall.operation.Answers;
import org.rollcall.progress.findings.AccountState;
import org.rollcall.progress.findings.People;
import org.rollcall.progress.findings.Person;
import org.rollcall.progress.findings.Reports;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Looks up who the members of a cohort are, hundreds a call. Whom the site does not know any more has been deleted since
 * the cohort was read, or is left over in it.
 */
@Component
@StepScope
class ReadAccounts implements ItemWriter<Person> {

    /** As many as a look-up carries. */
    static final int CHUNK = 500;

    private final MoodleClient moodle;
    private final People people;
    private final boolean isTold;

    ReadAccounts(@Value("#{jobParameters['run']}") long runId, MoodleClient moodle, People people, Reports reports) {
        this.moodle = moodle;
        this.people = people;
        this.isTold = Offer.ACCOUNTS.isIn(reports.question(runId).functions());
    }

    @Override
    public void write(Chunk<? extends Person> chunk) {
        List<Person> unread = List.copyOf(chunk.getItems());
        if (!isTold) {
            people.notFound(unread, AccountState.NOT_TOLD);
            return;
        }
        Map<Long, Long> idByAccount = new HashMap<>();
        unread.forEach(person -> idByAccount.put(person.accountId(), person.id()));
        List<SeenPerson> seen = Answers.valueOf(moodle.users().people(List.copyOf(idByAccount.keySet())));
        people.describe(idByAccount, seen);
        List<Person> gone = new ArrayList<>(unread);
        gone.removeIf(person -> seen.stream().anyMatch(found -> found.id() == person.accountId()));
        people.notFound(gone, AccountState.DELETED);
    }
}
