package org.rollcall.undo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rollcall.ledger.UndoItem;
import org.rollcall.ledger.UndoItems;
import org.rollcall.moodle.BatchItem;
import org.rollcall.moodle.MemberWarning;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.NewMember;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.SiteWarning;
import org.rollcall.provision.membership.AccountIds;
import org.rollcall.provision.sending.BatchCall;
import org.rollcall.provision.sending.BatchSender;
import org.rollcall.provision.sending.SettlingTime;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Adds people again who were removed from cohorts. Moodle takes each member of a batch for itself and answers a warning
 * for those that it did not add. All were seen to be missing before, so 'already a member' is an earlier call of ours.
 */
final class AddMembersAgain implements ItemWriter<UndoItem>, BatchCall<UndoItem, List<MemberWarning>> {

    private final MoodleClient moodle;
    private final SettlingTime settling;
    private final BatchSender sender;
    private final UndoItems items;
    private final UndoVerdicts verdicts;

    AddMembersAgain(
            MoodleClient moodle, SettlingTime settling, BatchSender sender, UndoItems items, UndoVerdicts verdicts) {
        this.moodle = moodle;
        this.settling = settling;
        this.sender = sender;
        this.items = items;
        this.verdicts = verdicts;
    }

    @Override
    public void write(Chunk<? extends UndoItem> chunk) {
        List<UndoItem> all = List.copyOf(chunk.getItems());
        items.sending(all);
        sender.send(all, this);
    }

    private static NewMember member(UndoItem item) {
        return new NewMember(item.target(), item.account());
    }

    @Override
    public BatchItem batchItem(UndoItem item) {
        return member(item);
    }

    @Override
    public Outcome<List<MemberWarning>> send(List<UndoItem> batch) {
        return moodle.cohorts()
                .addMembers(batch.stream().map(AddMembersAgain::member).toList());
    }

    @Override
    public void done(List<UndoItem> batch, Done<List<MemberWarning>> answer) {
        if (!answer.warnings().isEmpty()) {
            doneAsSeen(batch, answer.warnings());
            return;
        }
        Map<NewMember, MemberWarning> warnings = new HashMap<>();
        answer.value().forEach(warning -> warnings.put(new NewMember(warning.cohortId(), warning.userId()), warning));
        List<UndoItem> added = new ArrayList<>();
        for (UndoItem item : batch) {
            MemberWarning warning = warnings.get(member(item));
            if (warning == null || warning.alreadyMember()) {
                added.add(item);
            } else {
                verdicts.rejected(item, warning.message());
            }
        }
        verdicts.done(added);
    }

    /** Some warning cannot be laid to a member, so the answer does not tell who was added: look who is there. */
    private void doneAsSeen(List<UndoItem> batch, List<SiteWarning> warnings) {
        String saying = warnings.stream().map(SiteWarning::message).distinct().collect(Collectors.joining(" "));
        SiteMembers members = new SiteMembers(moodle);
        for (UndoItem item : batch) {
            AccountIds there = members.cohort(item.target()).who().orElse(new AccountIds(List.of()));
            if (there.contains(item.account())) {
                verdicts.done(List.of(item));
            } else {
                verdicts.rejected(item, saying);
            }
        }
    }

    @Override
    public void refused(UndoItem item, Refused<List<MemberWarning>> refusal) {
        verdicts.rejected(item, refusal.message());
    }

    @Override
    public List<UndoItem> settle(List<UndoItem> batch) {
        settling.pass();
        return batch;
    }
}
