package org.rollcall.operation;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.hibernate.validator.constraints.UniqueElements;
import org.rollcall.roster.header.RosterField;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rows and accounts come together, as in Moodle's own <em>Upload users</em>. What a roster has no column for, and
 * what a cell leaves empty, is never changed.
 *
 * @param mode whether accounts are created, updated, or both
 * @param existingDetails what becomes of the details of an account that exists
 * @param matchBy by which fields a row's account is looked for, the first that finds one first
 * @param updatePasswords whether an account that exists gets the password of a row that is new or was changed
 * @param allowDeletes whether a row with {@code deleted} deletes its account, which Moodle cannot undo
 * @param allowRenames whether a row with {@code oldusername} renames its account
 * @param allowSuspends whether a row with {@code suspended} suspends its account or lets it in again
 */
public record AccountSettings(
        @DefaultValue("create-or-update") @NotNull Mode mode,
        @DefaultValue("fill-missing") @NotNull ExistingDetails existingDetails,

        @DefaultValue({"idnumber", "username", "email"})
        @NotEmpty(message = "must name at least one of idnumber, username and email")
        @UniqueElements(message = "must name each field once only")
        List<MatchField> matchBy,

        @DefaultValue("false") boolean updatePasswords,
        @DefaultValue("false") boolean allowDeletes,
        @DefaultValue("true") boolean allowRenames,
        @DefaultValue("true") boolean allowSuspends) {

    public AccountSettings {
        matchBy = List.copyOf(matchBy);
    }

    /** Whether accounts are created, updated, or both. */
    public enum Mode {
        /** An account that exists stays as it is, whatever its row says; its memberships are made. */
        CREATE_ONLY,
        CREATE_OR_UPDATE,
        /** A row without an account is a reject. */
        UPDATE_ONLY
    }

    /** What becomes of the details of an account that exists. */
    public enum ExistingDetails {
        /** They stay; usernames and suspensions follow their columns all the same. */
        NOTHING,
        /** What the row gives replaces what differs. */
        FROM_FILE,
        /** What the row gives is set where the account has nothing. */
        FILL_MISSING
    }

    /** A field that tells whose account it is. */
    public enum MatchField {
        IDNUMBER(RosterField.IDNUMBER),
        USERNAME(RosterField.USERNAME),
        EMAIL(RosterField.EMAIL);

        private final RosterField column;

        MatchField(RosterField column) {
            this.column = column;
        }

        /** The column of the roster that holds it. */
        public RosterField column() {
            return column;
        }
    }
}
