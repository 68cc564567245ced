package org.rollcall.moodle;

/** An account that core_user_create_users made: its id on the site, and its username. */
public record CreatedUser(long id, String username) {

    static CreatedUser from(Answer user) {
        return new CreatedUser(user.number("id"), user.text("username"));
    }
}
