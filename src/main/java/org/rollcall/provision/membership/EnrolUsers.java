package org.rollcall.provision.membership;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.Memberships;
import org.rollcall.moodle.Acknowledged;
import org.rollcall.moodle.BatchItem;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.RollcallSettings.SiteSettings;
import org.rollcall.provision.sending.BatchCall;
import org.rollcall.provision.sending.BatchSender;
import org.rollcall.provision.sending.SettlingTime;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Enrols people in courses. Moodle keeps all of a batch or nothing; a repeated enrolment overwrites itself with the same
 * values, so a call may be repeated. A refusal that is about the course, or about a role in it, is the verdict for
 * everybody else who asks for the same.
 */
@Component
@StepScope
class EnrolUsers implements ItemWriter<Membership>, BatchCall<Membership, Acknowledged> {

    /** No manual enrolment in the course; a role that may not be given there (error codes of enrol/manual). */
    private static final Set<String> ABOUT_THE_PLACE = Set.of("wsnoinstance", "wsusercannotassign");

    private final long run;
    private final MoodleClient moodle;
    private final EnrolledSincePlan enrolledSincePlan;
    private final SettlingTime settling;
    private final SiteSettings site;
    private final EnrolmentMapping mapping;
    private final BatchSender sender;
    private final Memberships memberships;
    private final MembershipVerdicts verdicts;
    private final Map<Place, Refused<Acknowledged>> refusedPlaces = new HashMap<>();

    EnrolUsers(
            @Value("#{jobParameters['run']}") long run,
            @Value("#{jobParameters['begun']}") LocalDateTime begun,
            MoodleClient moodle,
            EnrolledSincePlan enrolledSincePlan,
            SettlingTime settling,
            RollcallSettings settings,
            BatchSender enrolmentSender,
            Memberships memberships,
            MembershipVerdicts verdicts) {
        this.run = run;
        this.moodle = moodle;
        this.enrolledSincePlan = enrolledSincePlan;
        this.settling = settling;
        this.site = settings.site();
        this.mapping = new EnrolmentMapping(site, begun.toLocalDate());
        this.sender = enrolmentSender;
        this.memberships = memberships;
        this.verdicts = verdicts;
    }

    /** A course and a role in it, by their ids. */
    private record Place(@Nullable Long course, @Nullable Long role) {}

    private Place place(Membership wish) {
        return new Place(wish.targetId(), mapping.roleId(wish));
    }

    @Override
    public void write(Chunk<? extends Membership> chunk) {
        List<Membership> wishes = enrolledSincePlan.without(rejectUnknownRoles(List.copyOf(chunk.getItems())));
        memberships.sending(wishes);
        sender.send(wishes, this);
    }

    /** Roles were looked up when memberships were matched; the settings may have lost one since an earlier attempt. */
    private List<Membership> rejectUnknownRoles(List<Membership> wishes) {
        Map<Boolean, List<Membership>> byKnown =
                wishes.stream().collect(Collectors.partitioningBy(wish -> mapping.roleId(wish) != null));
        verdicts.rejected(
                run,
                byKnown.getOrDefault(false, List.of()),
                wish -> MembershipProblems.unknownRole(wish, site.roleIds().keySet()));
        return byKnown.getOrDefault(true, List.of());
    }

    /** The role's short name, or its id where the settings have no name for it. */
    private String role(Membership wish) {
        Long id = mapping.roleId(wish);
        return site.roleIds().entrySet().stream()
                .filter(role -> role.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("with the id " + id);
    }

    @Override
    public BatchItem batchItem(Membership wish) {
        return mapping.enrolment(wish);
    }

    @Override
    public Outcome<Acknowledged> send(List<Membership> batch) {
        return moodle.enrolments().enrol(batch.stream().map(mapping::enrolment).toList());
    }

    @Override
    public void done(List<Membership> batch, Done<Acknowledged> answer) {
        verdicts.enrolled(run, batch, mapping::terms);
    }

    @Override
    public boolean judge(Membership wish) {
        Refused<Acknowledged> refusal = refusedPlaces.get(place(wish));
        if (refusal != null) {
            refused(wish, refusal);
        }
        return refusal != null;
    }

    @Override
    public void refused(Membership wish, Refused<Acknowledged> refusal) {
        if (refusal.lacksPermission() || ABOUT_THE_PLACE.contains(refusal.errorCode())) {
            refusedPlaces.put(place(wish), refusal);
        }
        verdicts.rejected(run, wish, MembershipProblems.notEnrolled(wish, role(wish), refusal));
    }

    @Override
    public List<Membership> settle(List<Membership> batch) {
        settling.pass();
        return batch;
    }
}
