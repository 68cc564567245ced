package org.rollcall.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.opentest4j.TestAbortedException;
import org.rollcall.moodle.Cohort;
import org.rollcall.moodle.Group;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.sandbox.WireRequest;

/** Deletes what the steps have left on a site, each thing for itself, so that one that stays keeps no other. */
final class Leftovers {
    /** The function without which groups cannot be deleted. The program itself never calls it. */
    static final String DELETE_GROUPS = "core_group_delete_groups";

    private final Trial trial;
    private final List<String> stayed = new ArrayList<>();
    private final Set<String> attempted = new HashSet<>();

    Leftovers(Trial trial) {
        this.trial = trial;
    }

    /** Deletes all that is left, and tells by name what stayed, and why. */
    List<String> clear() {
        if (!trial.site().practice()) {
            trial.madeGroup().ifPresent(this::deleteGroup);
            forEachFound("groups", trial::groups, this::deleteGroup);
        }
        trial.madeCohort().ifPresent(this::deleteCohort);
        forEachFound("cohorts", trial::cohorts, this::deleteCohort);
        trial.people().forEach(user -> deleteAccount(user.id(), user.username()));
        forEachFound("accounts", trial::accounts, account -> deleteAccount(account.id(), account.username()));
        return List.copyOf(stayed);
    }

    /** What was made without the steps getting to know of it, such as by a call whose answer was lost. */
    private <T> void forEachFound(String what, Supplier<List<T>> search, Consumer<T> delete) {
        try {
            search.get().forEach(delete);
        } catch (TestAbortedException e) {
            // The token may not look, or there is no course: what was made is known.
        } catch (AssertionError e) {
            stayed.add(what + " whose names begin with " + trial.prefix() + ", if there are any: " + e.getMessage());
        }
    }

    private void deleteCohort(Cohort cohort) {
        if (attempted.add("cohort " + cohort.id())) {
            judge(
                    "the cohort " + cohort.name(),
                    "invalidrecord",
                    trial.client().cohorts().delete(List.of(cohort.id())));
        }
    }

    private void deleteAccount(long userId, String username) {
        if (attempted.add("account " + userId)) {
            judge(
                    "the account " + username,
                    "invaliduser",
                    trial.client().users().delete(List.of(userId)));
        }
    }

    /** @param gone the error code that says that it is not there any more */
    private void judge(String name, String gone, Outcome<?> outcome) {
        boolean isGone =
                outcome instanceof Refused<?> refused && refused.errorCode().equals(gone);
        if (!outcome.isDone() && !isGone) {
            stayed.add(name + ": " + outcome);
        }
    }

    private void deleteGroup(Group group) {
        if (!attempted.add("group " + group.id())) {
            return;
        }
        try {
            Map<String, String> form =
                    deletionOf(group.id(), trial.site().moodle().token());
            String answer = trial.site().send(WireRequest.form(form)).body().strip();
            if (!answer.equals("null")) {
                stayed.add("the group " + group.name() + ": " + answer);
            }
        } catch (IOException e) {
            stayed.add("the group " + group.name() + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stayed.add("the group " + group.name());
        }
    }

    /** The form that deletes a group. */
    static Map<String, String> deletionOf(long groupId, String token) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("wstoken", token);
        form.put("wsfunction", DELETE_GROUPS);
        form.put("moodlewsrestformat", "json");
        form.put("groupids[0]", Long.toString(groupId));
        return form;
    }
}
