package org.rollcall.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.MembershipState;
import org.rollcall.ledger.RejectedRow;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;

/** Rejected rows made for one test. */
final class RejectFixture {

    private RejectFixture() {}

    static RejectedRow whole(List<@Nullable String> cells, @Nullable String password, Problem... errors) {
        return new RejectedRow(7, cells, password, true, List.of(errors), List.of());
    }

    static RejectedRow inPart(
            List<@Nullable String> cells, @Nullable String password, List<Membership> memberships, Problem... errors) {
        return new RejectedRow(7, cells, password, false, List.of(errors), memberships);
    }

    static Membership membership(MembershipKind kind, int slot, MembershipState state) {
        return new Membership(slot, 7, kind, slot, "name", null, null, null, null, null, null, state, null, null);
    }

    static Problem error(String column, String code, String message) {
        return new Problem(7, column, "value", code, message, Severity.ERROR);
    }

    /** Cells separated by bars; {@code -} is the cell that is kept apart. */
    static List<@Nullable String> cells(String text) {
        List<@Nullable String> cells = new ArrayList<>();
        for (String cell : Arrays.asList(text.split("\\|", -1))) {
            cells.add(cell.equals("-") ? null : cell);
        }
        return cells;
    }
}
