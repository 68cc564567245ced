package org.rollcall.undo;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.rollcall.ledger.UndoItem;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.rollcall.provision.account.AccountLookup;
import org.springframework.stereotype.Component;

/** Looks up the accounts that items are about. */
@Component
class UndoAccounts {

    private static final int A_CALL = 500;

    private final AccountLookup lookup;

    UndoAccounts(AccountLookup lookup) {
        this.lookup = lookup;
    }

    /** The accounts of these items by their ids. Deleted ones may be among them, under other usernames. */
    Map<Long, Account> of(Collection<UndoItem> items) {
        List<String> ids = items.stream()
                .map(UndoItem::accountId)
                .filter(Objects::nonNull)
                .map(id -> Long.toString(id))
                .distinct()
                .toList();
        Map<Long, Account> accounts = new HashMap<>();
        for (int from = 0; from < ids.size(); from += A_CALL) {
            lookup.find(AccountField.ID, ids.subList(from, Math.min(from + A_CALL, ids.size())))
                    .forEach(account -> accounts.put(account.id(), account));
        }
        return accounts;
    }

    /** The items whose accounts are there under the usernames that they had. */
    List<UndoItem> stillThere(List<UndoItem> items) {
        Map<Long, String> there =
                lookup
                        .find(
                                AccountField.USERNAME,
                                items.stream().map(UndoItem::name).toList())
                        .stream()
                        .collect(Collectors.toMap(Account::id, Account::username));
        return items.stream().filter(item -> there.containsKey(item.account())).toList();
    }
}
