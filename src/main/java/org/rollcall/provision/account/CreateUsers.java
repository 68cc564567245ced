package org.rollcall.provision.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rollcall.ledger.Effect;
import org.rollcall.ledger.EffectKind;
import org.rollcall.ledger.Effects;
import org.rollcall.ledger.Problems;
import org.rollcall.ledger.RowState;
import org.rollcall.ledger.StagedRow;
import org.rollcall.ledger.StagedRows;
import org.rollcall.match.MatchProblems;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.rollcall.moodle.BatchItem;
import org.rollcall.moodle.CreatedUser;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.NewUser;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.UnavailableKind;
import org.rollcall.operation.SiteUnavailableException;
import org.rollcall.provision.account.CreateUsers.Candidate;
import org.rollcall.provision.sending.BatchCall;
import org.rollcall.provision.sending.BatchSender;
import org.rollcall.provision.sending.SettlingTime;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Creates the accounts that the site lacks, so that each is made once whatever happens in between: rows are marked as
 * being sent before the call, and rows so marked are looked for on the site before they are ever sent again.
 */
@Component
@StepScope
class CreateUsers implements ItemWriter<StagedRow>, BatchCall<Candidate, List<CreatedUser>> {

    /** Moodle sends the mails of made-up passwords one by one inside the call. */
    private static final int LARGEST_BATCH_WITH_MAILS = 10;

    private final long run;
    private final MoodleClient moodle;
    private final AccountLookup lookup;
    private final StillAbsent stillAbsent;
    private final SettlingTime settling;
    private final BatchSender sender;
    private final StagedRows rows;
    private final Problems problems;
    private final Effects effects;

    CreateUsers(
            @Value("#{jobParameters['run']}") long run,
            MoodleClient moodle,
            AccountLookup lookup,
            StillAbsent stillAbsent,
            SettlingTime settling,
            BatchSender userSender,
            StagedRows rows,
            Problems problems,
            Effects effects) {
        this.run = run;
        this.moodle = moodle;
        this.lookup = lookup;
        this.stillAbsent = stillAbsent;
        this.settling = settling;
        this.sender = userSender;
        this.rows = rows;
        this.problems = problems;
        this.effects = effects;
    }

    /**
     * A row and the account that it is to become.
     *
     * @param sentBefore whether a call with it may have reached the site already
     */
    record Candidate(StagedRow row, NewUser user, boolean sentBefore) {
        Candidate sent() {
            return new Candidate(row, user, true);
        }
    }

    @Override
    public void write(Chunk<? extends StagedRow> chunk) {
        Map<Boolean, List<StagedRow>> bySent =
                chunk.getItems().stream().collect(Collectors.partitioningBy(row -> row.state() == RowState.SENDING));
        List<Candidate> inDoubt = candidates(bySent.getOrDefault(true, List.of()), true);
        List<Candidate> fresh = candidates(stillAbsent.among(bySent.getOrDefault(false, List.of())), false);
        rows.sending(
                run, fresh.stream().map(candidate -> candidate.row().number()).toList());
        List<Candidate> open = new ArrayList<>(takeOverFound(inDoubt));
        open.addAll(fresh);
        Map<Boolean, List<Candidate>> byMail = open.stream()
                .collect(Collectors.partitioningBy(candidate -> candidate.user().createPassword()));
        sender.send(byMail.getOrDefault(false, List.of()), this);
        sender.send(byMail.getOrDefault(true, List.of()), LARGEST_BATCH_WITH_MAILS, this);
    }

    private static List<Candidate> candidates(List<StagedRow> rows, boolean sentBefore) {
        return rows.stream()
                .map(row -> new Candidate(row, NewUserMapping.newUser(row), sentBefore))
                .toList();
    }

    @Override
    public BatchItem batchItem(Candidate candidate) {
        return candidate.user();
    }

    @Override
    public Outcome<List<CreatedUser>> send(List<Candidate> batch) {
        return moodle.users().create(batch.stream().map(Candidate::user).toList());
    }

    @Override
    public void done(List<Candidate> batch, Done<List<CreatedUser>> answer) {
        Map<Integer, Long> accounts = new HashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            accounts.put(batch.get(i).row().number(), answer.value().get(i).id());
        }
        created(batch, accounts);
    }

    private void created(List<Candidate> batch, Map<Integer, Long> accounts) {
        rows.created(run, accounts);
        effects.add(
                run,
                batch.stream()
                        .map(candidate -> new Effect(
                                EffectKind.USER_CREATED,
                                candidate.row().number(),
                                null,
                                accounts.get(candidate.row().number()),
                                null,
                                candidate.user().username()))
                        .toList());
    }

    @Override
    public List<Candidate> settle(List<Candidate> batch) {
        List<Candidate> open = batch.stream().map(Candidate::sent).toList();
        return settling.lookUntilEmpty(open, this::takeOverFound);
    }

    /** Takes the accounts that are there by now for created by us, and gives back the rows whose are not. */
    private List<Candidate> takeOverFound(List<Candidate> inDoubt) {
        Map<String, Account> found = new HashMap<>();
        lookup.find(
                        AccountField.USERNAME,
                        inDoubt.stream()
                                .map(candidate -> candidate.user().username())
                                .toList())
                .forEach(account -> found.put(account.username(), account));
        List<Candidate> open = new ArrayList<>();
        List<Candidate> there = new ArrayList<>();
        Map<Integer, Long> accounts = new HashMap<>();
        for (Candidate candidate : inDoubt) {
            Account account = found.get(candidate.user().username());
            if (account != null && isSamePerson(candidate, account)) {
                there.add(candidate);
                accounts.put(candidate.row().number(), account.id());
            } else {
                open.add(candidate);
            }
        }
        created(there, accounts);
        return open;
    }

    @Override
    public void refused(Candidate candidate, Refused<List<CreatedUser>> refusal) {
        if (refusal.lacksPermission()) {
            throw new SiteUnavailableException(
                    UnavailableKind.PERMISSION,
                    "The token's account may not create users (moodle/user:create): " + refusal.message());
        }
        StagedRow row = candidate.row();
        List<Account> holders =
                lookup.find(AccountField.USERNAME, List.of(row.person().username()));
        if (!holders.isEmpty() && isSamePerson(candidate, holders.get(0))) {
            becameThere(candidate, holders.get(0));
            return;
        }
        List<Account> owners = lookup
                .find(AccountField.EMAIL, List.of(row.person().email()))
                .stream()
                .filter(owner -> isSameEmail(candidate, owner))
                .toList();
        if (!holders.isEmpty()) {
            problems.add(run, List.of(AccountProblems.usernameTaken(row, holders.get(0))));
        } else if (!owners.isEmpty()) {
            problems.add(run, List.of(MatchProblems.emailTaken(row.number(), row.person(), owners.get(0))));
        } else {
            problems.add(run, List.of(AccountProblems.refused(row, refusal)));
        }
        rows.rejected(run, List.of(row.number()));
    }

    /** The very account has come to be since it was looked for: by an earlier call of ours, or by somebody else. */
    private void becameThere(Candidate candidate, Account account) {
        Map<Integer, Long> accounts = Map.of(candidate.row().number(), account.id());
        if (candidate.sentBefore()) {
            created(List.of(candidate), accounts);
        } else {
            rows.matched(run, accounts);
        }
    }

    private static boolean isSamePerson(Candidate candidate, Account account) {
        // An account whose email is hidden from us can only be told by its username.
        return account.email() == null || isSameEmail(candidate, account);
    }

    private static boolean isSameEmail(Candidate candidate, Account account) {
        return candidate.row().person().emailKey().equals(account.emailKey());
    }
}
