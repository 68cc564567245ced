package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;

/** {@code core_user_delete_users}: all of the batch or none of it; the guest is passed over without a word. */
final class DeleteUsers implements MoodleFunction {
    private static final int LONGEST_USERNAME = 100;

    private final Tables tables;

    DeleteUsers(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "core_user_delete_users";
    }

    @Override
    public Structure parameters() {
        return structure().with("userids", list(required(ParamType.INT)));
    }

    @Override
    public @Nullable Description returns() {
        return null;
    }

    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public @Nullable Object call(Arguments arguments, Call call) {
        call.require("moodle/user:delete");
        call.enterSite();
        arguments.numbers("userids").forEach(id -> delete(id, call));
        return null;
    }

    private void delete(long id, Call call) {
        Account account = tables.users().byId(id);
        if (account == null || account.deleted()) {
            throw MoodleFault.invalidUser("id = ? AND deleted = ?", id, 0);
        }
        if (account.isAdmin()) {
            throw MoodleFault.of("useradminodelete", "Administrator accounts cannot be deleted.");
        }
        if (id == call.caller().account().id()) {
            throw MoodleFault.of("usernotdeletederror", "User not deleted - error");
        }
        if (!account.isGuest()) {
            tables.users().delete(account, usernameOfDeleted(account, call.now()), call.now());
        }
    }

    /** A deleted account keeps its email and the time as its username; a later second stands for a name in use. */
    private String usernameOfDeleted(Account account, long now) {
        String email = PhpText.isEmpty(account.email())
                ? account.username() + "." + account.id() + "@unknownemail.invalid"
                : account.email();
        String clean = ParamType.USERNAME.clean(email);
        long time = now;
        int room = LONGEST_USERNAME - 1 - Long.toString(time).length();
        String stem = clean.substring(0, Math.min(room, clean.length()));
        while (tables.users().hasUsername(stem + "." + time)) {
            time++;
        }
        return stem + "." + time;
    }
}
