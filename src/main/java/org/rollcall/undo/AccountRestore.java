package org.rollcall.undo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.ledger.AccountChange;
import org.rollcall.ledger.ChangeAction;
import org.rollcall.ledger.ChangedField;
import org.rollcall.ledger.UndoItem;

/**
 * All that one call sets back of one account.
 *
 * @param items at least one, a column each
 */
record AccountRestore(List<UndoItem> items) {

    AccountRestore {
        items = List.copyOf(items);
    }

    /** Brings what is about the same account together. */
    static List<AccountRestore> byAccount(Collection<? extends UndoItem> all) {
        Map<Long, List<UndoItem>> byAccount = new LinkedHashMap<>();
        all.forEach(item -> byAccount
                .computeIfAbsent(item.account(), same -> new ArrayList<>())
                .add(item));
        return byAccount.values().stream().map(AccountRestore::new).toList();
    }

    long account() {
        return items.get(0).account();
    }

    /** The same as a change of the account. */
    AccountChange change() {
        return AccountChange.planned(
                0,
                items.get(0).username(),
                account(),
                EnumSet.of(ChangeAction.UPDATE),
                items.stream().map(AccountRestore::field).toList());
    }

    private static ChangedField field(UndoItem item) {
        return item.column().isEmpty()
                ? new ChangedField(UndoItem.SUSPENDED, "0", "1")
                : new ChangedField(item.column(), item.found(), item.restoredValue());
    }
}
