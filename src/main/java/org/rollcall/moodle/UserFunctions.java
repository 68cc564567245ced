package org.rollcall.moodle;

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
                                Calls.ordered("field", field.parameter(), "values", part),
                                part.size(),
                                answer -> answer.items(Account::from)))
                .map(accounts -> List.copyOf(new LinkedHashSet<>(accounts)));
    }
}
