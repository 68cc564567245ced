package org.rollcall.moodle;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The accounts of the site. */
public final class UserFunctions {

    private static final int VALUES_PER_LOOKUP = 500;

    private final Calls calls;

    UserFunctions(Calls calls) {
        this.calls = calls;
    }

    /**
     * Creates users, all or none, and gives them in the order asked. An answer that names other users, or fewer, is
     * {@link Outcome.Ambiguous}.
     */
    public Outcome<List<CreatedUser>> create(List<NewUser> users) {
        return calls.write(WsFunction.CREATE_USERS, "users", users, List.of(), answer -> {
            List<CreatedUser> created = answer.items(CreatedUser::from);
            boolean asAsked = created.stream()
                    .map(CreatedUser::username)
                    .toList()
                    .equals(users.stream().map(NewUser::username).toList());
            if (!asAsked) {
                throw new UnusableAnswerException("The site's answer names other users than it was asked to create ("
                        + users.size() + " asked, " + created.size() + " named).");
            }
            return created;
        });
    }

    /**
     * Updates accounts, each for itself: the answer holds a warning for each that was not updated, and the others were.
     * A value of the wrong type, such as a username with a capital, refuses all. A warning about an account that was
     * not in the call is among {@link Outcome.Done#warnings()}.
     */
    public Outcome<List<UserWarning>> update(List<UserUpdate> updates) {
        return calls.write(WsFunction.UPDATE_USERS, "users", updates, List.<SiteWarning>of(), SiteWarning::listFrom)
                .then(done -> UserWarning.assign(updates, done.value()));
    }

    /**
     * Deletes accounts with their enrolments and memberships, all or none; Moodle cannot undo it. An id that nobody
     * has, an administrator, the token's own account, or an account named twice refuses all.
     */
    public Outcome<Acknowledged> delete(List<Long> userIds) {
        return calls.writeIds(WsFunction.DELETE_USERS, "userids", userIds);
    }

    /**
     * The accounts that meet all criteria, by id; deleted ones and those that the token's account may not see are left
     * out. There are no pages: the site gives all in one answer, so a pattern that fits thousands takes its time.
     *
     * @throws IllegalArgumentException if there is no criterion, which would mean everyone
     */
    public Outcome<List<Account>> search(Map<UserCriterion, String> criteria) {
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("A search for accounts needs a criterion.");
        }
        List<Map<String, Object>> parameters = new EnumMap<>(criteria)
                .entrySet().stream()
                        .map(entry -> Parameters.of("key", entry.getKey().parameter(), "value", entry.getValue()))
                        .toList();
        return calls.read(WsFunction.SEARCH_USERS, Map.of("criteria", parameters), 1, answer -> {
            List<SiteWarning> warnings = SiteWarning.listFrom(answer);
            if (!warnings.isEmpty()) {
                // Moodle leaves out a criterion that it does not know, and then finds too many.
                throw new UnusableAnswerException("The site did not search as it was asked: "
                        + warnings.get(0).message());
            }
            return answer.list("users", Account::from);
        });
    }

    /** The accounts with these ids, as far as the site shows them; deleted ones may be among them. */
    public Outcome<List<SeenPerson>> people(List<Long> ids) {
        return Calls.inTurn(
                calls.limits().splitIds(ids, VALUES_PER_LOOKUP),
                part -> calls.read(
                        WsFunction.ACCOUNTS_BY_FIELD,
                        Parameters.of("field", AccountField.ID.parameter(), "values", part),
                        part.size(),
                        answer -> answer.items(SeenPerson::from)));
    }

    /**
     * Finds accounts. Values that nobody has are left out of the answer, and so is everybody when the token's account
     * may not see them. A value that the site finds malformed, such as a username with a capital or a space at its
     * end, makes it refuse all.
     */
    public Outcome<List<Account>> byField(AccountField field, List<String> values) {
        List<List<String>> lookups = calls.limits()
                .split(
                        List.copyOf(new LinkedHashSet<>(values)),
                        VALUES_PER_LOOKUP,
                        value -> 1,
                        value -> FormEncoder.byteCount(Map.of("values", value)));
        return Calls.inTurn(
                        lookups,
                        part -> calls.read(
                                WsFunction.ACCOUNTS_BY_FIELD,
                                Parameters.of("field", field.parameter(), "values", part),
                                part.size(),
                                answer -> answer.items(Account::from)))
                .map(accounts -> List.copyOf(new LinkedHashSet<>(accounts)));
    }
}
