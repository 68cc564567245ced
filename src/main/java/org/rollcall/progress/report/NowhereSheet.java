package org.rollcall.progress.report;

import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.rollcall.progress.findings.Person;
import org.rollcall.progress.report.SheetRow.Styles;

/** Those who are in no course, on a sheet of their own, which is there only where there are any. */
final class NowhereSheet {

    private static final String NAME = "In no course";

    private static final List<String> COLUMNS =
            List.of("Username", "Full name", "Email", "ID number", "Account", "Last came to the site");

    private static final int WIDTH = 24 * 256;

    private final SXSSFWorkbook workbook;
    private final Styles styles;
    private final SheetNames names;
    private final ProgressView view;
    private @Nullable SXSSFSheet sheet;
    private int rows;

    NowhereSheet(SXSSFWorkbook workbook, Styles styles, SheetNames names, ProgressView view) {
        this.workbook = workbook;
        this.styles = styles;
        this.names = names;
        this.view = view;
    }

    void add(Person person) {
        if (sheet == null || rows == workbook.getSpreadsheetVersion().getLastRowIndex()) {
            sheet = begin();
        }
        new SheetRow(sheet.createRow(++rows), styles)
                .text(person.username())
                .text(person.name())
                .text(person.email())
                .text(person.idnumber())
                .text(person.account().words())
                .time(person.lastAccess(), view.zone(), view.lastCame(person));
    }

    private SXSSFSheet begin() {
        SXSSFSheet begun = workbook.createSheet(names.next(NAME));
        begun.createFreezePane(0, 1);
        SheetRow header = new SheetRow(begun.createRow(0), styles);
        for (int column = 0; column < COLUMNS.size(); column++) {
            header.header(COLUMNS.get(column));
            begun.setColumnWidth(column, WIDTH);
        }
        rows = 0;
        return begun;
    }
}
