package org.rollcall.roster;

import jakarta.validation.Validator;
import java.util.List;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.header.RosterColumn;
import org.rollcall.roster.header.RosterField;
import org.rollcall.roster.header.RosterHeader;

/**
 * Makes a validated row of a line. Whatever can be read is read, and every problem is kept. One parser serves one
 * roster; it has no state of its own, so several threads may share it.
 *
 * <p>It does not judge what only the whole roster or the site can tell: whether another row has the same username or
 * email, whether a course exists, or whether a missing password matters ({@link Person#lacksPassword()}).
 */
public final class RowParser {
    /** The code of a row that has other cells than the header has columns, so that each may stand in a wrong one. */
    public static final String RAGGED = "row.ragged";

    /** The code of a row whose username was made by a template, as it has none of its own. */
    public static final String USERNAME_MADE = "username.made";

    /** The code of a row whose email was made by a template, as it has none of its own. */
    public static final String EMAIL_MADE = "email.made";

    private final RosterHeader header;
    private final List<RosterColumn> columns;
    private final PersonColumns person;
    private final PersonColumns leaver;
    private final Deletion deletion;
    private final MembershipColumns memberships;
    private final RowFilling filling;
    private final RowRules constraints;

    /**
     * Prepares to parse the rows below a header.
     *
     * @param header the roster's header
     * @param validator any Bean Validation validator
     * @param rules how the roster is read
     */
    public RowParser(RosterHeader header, Validator validator, RosterRules rules) {
        this.header = header;
        this.columns = header.columns();
        this.deletion = new Deletion(header);
        this.person = new PersonColumns(columns, rules.row());
        this.leaver = new PersonColumns(deletion.columns(), RowDefaults.none());
        this.memberships = new MembershipColumns(header, rules.dates());
        this.filling = new RowFilling(header);
        this.constraints = new RowRules(header, validator);
    }

    /**
     * Parses one line.
     *
     * @param read a line of the roster that the header belongs to
     * @return the row with its problems; never fails
     */
    public ParsedRow parse(RosterLine read) {
        boolean fits = header.fits(read.cells());
        if (!fits && header.holdsPasswords()) {
            return unread(read);
        }
        RowFilling.Filled filled = filling.fill(read);
        RosterLine line = filled.line();
        RowProblems problems = new RowProblems(header, line);
        line.findings().forEach(problems::ofFile);
        if (!fits) {
            problems.wholeRow(RAGGED, ragged(read));
        }
        CellTexts texts = CellTexts.read(columns, line.cells(), problems::cleaned);
        RosterRow row = deletion.isAskedIn(line) ? deleting(line, texts, problems) : asking(line, texts, problems);
        constraints.check(row, problems);
        return new ParsedRow(row, filled.explained(problems.inColumnOrder()));
    }

    private RosterRow asking(RosterLine line, CellTexts texts, RowProblems problems) {
        checkDamage(columns, texts, problems);
        return new RosterRow(
                line.number(),
                person.read(texts, problems),
                memberships.cohorts(texts, problems),
                memberships.courses(texts, problems));
    }

    private RosterRow deleting(RosterLine line, CellTexts texts, RowProblems problems) {
        checkDamage(deletion.columns(), texts, problems);
        deletion.tellWhatIsIgnored(texts, problems);
        return new RosterRow(line.number(), leaver.read(texts, problems), List.of(), List.of());
    }

    /** A row of which any cell may be the password, so that nothing of it is told, compared or looked up. */
    private ParsedRow unread(RosterLine line) {
        RowProblems problems = new RowProblems(header, line);
        line.findings().forEach(problems::ofRowAlone);
        problems.wholeRow(RAGGED, ragged(line));
        CellTexts texts = CellTexts.read(columns, line.cells(), (column, changes) -> {});
        PersonFields fields = new PersonFields();
        RosterColumn password = header.find(RosterField.PASSWORD, 0);
        if (password != null && !texts.of(password).isEmpty()) {
            fields.put(RosterField.PASSWORD, texts.of(password));
        }
        RosterRow row = new RosterRow(line.number(), fields.toPerson(), List.of(), List.of());
        return new ParsedRow(row, problems.inColumnOrder());
    }

    private String ragged(RosterLine line) {
        int cells = line.cells().size();
        return "The row has %d %s where the header has %d."
                .formatted(cells, cells == 1 ? "cell" : "cells", header.size());
    }

    private static void checkDamage(List<RosterColumn> columns, CellTexts texts, RowProblems problems) {
        for (RosterColumn column : columns) {
            String damage = DamagedCell.sentence(column, texts.of(column));
            if (damage != null && !problems.isRefused(column)) {
                problems.damagedCell(column, damage);
            }
        }
    }
}
