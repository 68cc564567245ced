package org.rollcall.provision.account;

import java.util.Map;
import org.rollcall.ledger.StagedRow;
import org.rollcall.match.AccountDetails;
import org.rollcall.moodle.NewUser;
import org.rollcall.roster.Person;

/** Turns a staged row into the parameters of a new account. What the row is silent on is not sent. */
final class NewUserMapping {

    private NewUserMapping() {}

    static NewUser newUser(StagedRow row) {
        Person person = row.person();
        return new NewUser(
                person.username(),
                person.firstname(),
                person.lastname(),
                person.email(),
                row.password(),
                row.password() == null && person.createPassword(),
                AccountDetails.of(person),
                person.profileFields(),
                Map.of());
    }
}
