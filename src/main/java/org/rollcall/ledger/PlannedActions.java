package org.rollcall.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.Person;
import org.rollcall.roster.file.Problem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads a plan out of the ledger: what the rows of a run, matched with the site and not yet applied, would change there. */
@Repository
public class PlannedActions {

    private static final int ROWS_AT_A_TIME = 5_000;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final StagedRows rows;
    private final Memberships memberships;
    private final Wishes wishes;
    private final AccountChanges accountChanges;
    private final Leavers leavers;
    private final Problems problems;

    PlannedActions(
            JdbcTemplate jdbc,
            JsonMapper json,
            StagedRows rows,
            Memberships memberships,
            Wishes wishes,
            AccountChanges accountChanges,
            Leavers leavers,
            Problems problems) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = rows;
        this.memberships = memberships;
        this.wishes = wishes;
        this.accountChanges = accountChanges;
        this.leavers = leavers;
        this.problems = problems;
    }

    /** Gives all actions of a run's plan: those of the whole site first, then by the rows of the file, then who leaves. */
    public void forEach(long runId, Consumer<PlannedAction> consumer) {
        wishes.notFound(runId).stream()
                .filter(staged -> staged.wish().kind() == MembershipKind.COHORT)
                .map(staged -> staged.wish().name())
                .collect(Collectors.toMap(Memberships::key, name -> name, (first, same) -> first, LinkedHashMap::new))
                .values()
                .forEach(name -> consumer.accept(new PlannedAction(
                        0,
                        "",
                        PlanAction.CREATE_COHORT,
                        name,
                        "",
                        name,
                        "The site has no cohort with this Cohort ID.")));
        for (IdRange part : rows.ids(runId).parts(ROWS_AT_A_TIME)) {
            ofRows(runId, part).forEach(consumer);
        }
        leavers.forEach(runId, leaver -> consumer.accept(action(leaver)));
    }

    private static PlannedAction action(Leaver leaver) {
        boolean isReport = leaver.state() == LeaverState.REPORTED;
        return new PlannedAction(
                0,
                leaver.who(),
                isReport ? PlanAction.REPORT_LEAVER : PlanAction.REMOVE,
                leaver.name(),
                "",
                isReport ? "" : leaver.action().words(),
                leaver.reason());
    }

    private Stream<PlannedAction> ofRows(long runId, IdRange part) {
        Map<Integer, List<PlannedAction>> actions = new TreeMap<>();
        Map<Integer, Integer> merged = new HashMap<>();
        Map<Integer, String> usernames = accounts(part, actions, merged);
        changes(part, actions);
        wishes(part, usernames, actions);
        rejects(runId, part, usernames, actions);
        usernames.forEach((row, username) -> actions.computeIfAbsent(
                row,
                same -> List.of(new PlannedAction(
                        row, username, PlanAction.UNCHANGED, "", "", "", unchanged(merged.get(row))))));
        return actions.values().stream().flatMap(List::stream);
    }

    private static String unchanged(@Nullable Integer person) {
        return person == null
                ? "The site agrees with the row."
                : "The row asks for nothing beyond row %d, which stands for the same person.".formatted(person);
    }

    /** @param merged is told of rows that are one person with an earlier one, and with which */
    private Map<Integer, String> accounts(
            IdRange part, Map<Integer, List<PlannedAction>> actions, Map<Integer, Integer> merged) {
        Map<Integer, String> usernames = new TreeMap<>();
        jdbc.query(
                "SELECT r.row_no, r.state, r.person_row_id, c.person FROM " + StagedRows.FROM
                        + " WHERE r.id BETWEEN ? AND ?",
                rs -> {
                    int row = rs.getInt("row_no");
                    Person person = json.readValue(rs.getString("person"), Person.class);
                    usernames.put(row, person.username());
                    RowState state = RowState.valueOf(rs.getString("state"));
                    if (state == RowState.MERGED) {
                        merged.put(row, StagedRows.row(rs.getLong("person_row_id")));
                    }
                    if (state == RowState.TO_CREATE) {
                        add(
                                actions,
                                new PlannedAction(
                                        row,
                                        person.username(),
                                        PlanAction.CREATE,
                                        "",
                                        "",
                                        person.firstname() + " " + person.lastname() + ", " + person.email(),
                                        "No account has this username."));
                    }
                },
                part.first(),
                part.last());
        return usernames;
    }

    private void changes(IdRange part, Map<Integer, List<PlannedAction>> actions) {
        jdbc.query(
                        "SELECT " + AccountChanges.SELECT + " FROM " + AccountChanges.FROM
                                + " WHERE c.row_id BETWEEN ? AND ? AND c.state = 'PENDING' AND r.state <> 'REJECTED'"
                                + " ORDER BY c.row_id",
                        accountChanges.rowMapper(),
                        part.first(),
                        part.last())
                .forEach(change -> change.actions().forEach(action -> add(change, action, actions)));
    }

    private static void add(AccountChange change, ChangeAction action, Map<Integer, List<PlannedAction>> actions) {
        PlanAction planned = PlanAction.valueOf(action.name());
        List<ChangedField> fields = action == ChangeAction.DELETE ? List.of() : change.fieldsOf(action);
        if (fields.isEmpty()) {
            add(
                    actions,
                    new PlannedAction(change.row(), change.username(), planned, "", "", "", "The row asks for it."));
        }
        for (ChangedField field : fields) {
            String before = field.before();
            add(
                    actions,
                    new PlannedAction(
                            change.row(),
                            change.username(),
                            planned,
                            field.column(),
                            before == null ? "" : before,
                            field.after(),
                            before == null
                                    ? "The row says so; what stands there the site does not tell."
                                    : "The row says so."));
        }
    }

    private void wishes(IdRange part, Map<Integer, String> usernames, Map<Integer, List<PlannedAction>> actions) {
        memberships
                .ofRows(part, "m.state = 'PENDING' AND " + Memberships.OF_ROWS_NOT_REJECTED)
                .forEach(wish -> add(
                        actions,
                        wish,
                        usernames,
                        action(wish),
                        wish.role() == null ? "" : "role " + wish.role(),
                        reason(wish)));
        memberships
                .ofRows(
                        part,
                        "w.group_name IS NOT NULL AND m.group_state IS NULL AND m.state IN ('PENDING', 'PRESENT') AND "
                                + Memberships.OF_ROWS_NOT_REJECTED)
                .forEach(wish -> add(
                        actions,
                        wish,
                        usernames,
                        PlanAction.ADD_TO_GROUP,
                        "group " + Objects.requireNonNull(wish.group()).name(),
                        "The person is not in the group."));
    }

    private static void add(
            Map<Integer, List<PlannedAction>> actions,
            Membership wish,
            Map<Integer, String> usernames,
            PlanAction action,
            String after,
            String reason) {
        String username = usernames.getOrDefault(wish.row(), "");
        add(actions, new PlannedAction(wish.row(), username, action, wish.name(), "", after, reason));
    }

    private static PlanAction action(Membership wish) {
        if (wish.kind() == MembershipKind.COHORT) {
            return PlanAction.ADD_TO_COHORT;
        }
        return wish.standing() == null ? PlanAction.ENROL : PlanAction.CHANGE_ENROLMENT;
    }

    private static String reason(Membership wish) {
        return switch (action(wish)) {
            case ADD_TO_COHORT -> "The person is not in the cohort.";
            case ENROL -> "The person is not in the course.";
            default -> "The person is in the course, with another role, other dates or another status.";
        };
    }

    private void rejects(
            long runId, IdRange part, Map<Integer, String> usernames, Map<Integer, List<PlannedAction>> actions) {
        problems.ofRows(runId, StagedRows.row(part.first()), StagedRows.row(part.last())).stream()
                .filter(Problem::isError)
                .forEach(problem -> add(
                        actions,
                        new PlannedAction(
                                problem.row(),
                                usernames.getOrDefault(problem.row(), ""),
                                PlanAction.REJECT,
                                problem.column(),
                                "",
                                "",
                                problem.message())));
    }

    private static void add(Map<Integer, List<PlannedAction>> actions, PlannedAction action) {
        actions.computeIfAbsent(action.row(), same -> new ArrayList<>()).add(action);
    }
}
