package org.rollcall.undo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.EffectKind;
import org.rollcall.ledger.LaterEffect;
import org.rollcall.ledger.UndoAction;
import org.rollcall.ledger.UndoItem;
import org.rollcall.ledger.UndoState;
import org.rollcall.moodle.Account;
import org.rollcall.provision.account.UserUpdateMapping;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Decides whether what a run did to an account is taken back: only what still stands as that run left it. */
@Component
class AccountJudge {

    /** Moodle deletes an account by giving it its email and the time as a username (lib/moodlelib.php, delete_user). */
    private static final Pattern USERNAME_OF_DELETED = Pattern.compile(".*\\.\\d{10}");

    private static final Set<EffectKind> CHANGES_OF_ACCOUNTS = Set.of(
            EffectKind.USER_UPDATED,
            EffectKind.USER_RENAMED,
            EffectKind.USER_SUSPENDED,
            EffectKind.USER_REACTIVATED,
            EffectKind.USER_DELETED);

    private final JsonMapper json;

    AccountJudge(JsonMapper json) {
        this.json = json;
    }

    /** @param account as the site tells it; null where it is not there */
    UndoItem judge(UndoItem item, @Nullable Account account, List<LaterEffect> later) {
        if (account == null || USERNAME_OF_DELETED.matcher(account.username()).matches()) {
            return item.action() == UndoAction.DELETE
                    ? item.in(UndoState.ALREADY, "The account is gone.")
                    : item.in(UndoState.KEPT, "The account is gone.");
        }
        return item.column().isEmpty() ? judgeCreated(item, account, later) : judgeColumn(item, account, later);
    }

    private static UndoItem judgeCreated(UndoItem item, Account account, List<LaterEffect> later) {
        if (!account.username().equals(item.name())) {
            return item.in(
                    UndoState.KEPT,
                    "Somebody changed it since: the account is called " + account.username() + " by now.");
        }
        if (item.action() == UndoAction.SUSPEND && Boolean.TRUE.equals(account.suspended())) {
            return item.in(UndoState.ALREADY, "The account is suspended.");
        }
        return later.isEmpty()
                ? item
                : item.in(UndoState.KEPT, "The run " + last(later).run() + " worked with the account since.");
    }

    private UndoItem judgeColumn(UndoItem item, Account account, List<LaterEffect> all) {
        String shown = UserUpdateMapping.shown(account, item.column());
        if (shown == null) {
            return item.in(UndoState.KEPT, "The site does not tell what stands there now.");
        }
        if (shown.strip().equals(item.restoredValue().strip())) {
            return item.in(UndoState.ALREADY, "It stands as before already.");
        }
        List<LaterEffect> later =
                all.stream().filter(effect -> changes(effect, item.column())).toList();
        if (!later.isEmpty()) {
            return item.in(UndoState.KEPT, "The run " + last(later).run() + " changed it since.");
        }
        if (!shown.strip().equals(Objects.requireNonNullElse(item.found(), "").strip())) {
            return item.in(
                    UndoState.KEPT,
                    "Somebody changed it since: it is " + (shown.isBlank() ? "empty" : "\"" + shown + "\"") + " now.");
        }
        return item;
    }

    private boolean changes(LaterEffect effect, String column) {
        if (!CHANGES_OF_ACCOUNTS.contains(effect.kind())) {
            return false;
        }
        return effect.afterJson() == null
                || json.readValue(effect.afterJson(), Map.class).containsKey(column);
    }

    private static LaterEffect last(List<LaterEffect> later) {
        return later.get(later.size() - 1);
    }
}
