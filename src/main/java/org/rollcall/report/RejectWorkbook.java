package org.rollcall.report;

import java.nio.file.Path;
import org.apache.poi.ss.util.WorkbookUtil;
import org.rollcall.ledger.Rejects;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.Runs;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.roster.RosterRules;
import org.rollcall.roster.file.FileDetails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes {@code rejects.xlsx}: what {@link RejectReport} holds as an Excel workbook, with the faulty cells filled and
 * commented. Mended, it can be dropped as it is.
 */
@Component
public class RejectWorkbook {

    /** The file's name. */
    public static final String NAME = "rejects.xlsx";

    private static final Logger LOG = LoggerFactory.getLogger(RejectWorkbook.class);
    private static final String SHEET = "Rejects";

    private final ReportFiles files;
    private final Runs runs;
    private final Rejects rejects;
    private final RosterRules rules;
    private final RollcallSettings settings;

    RejectWorkbook(ReportFiles files, Runs runs, Rejects rejects, RosterRules rules, RollcallSettings settings) {
        this.files = files;
        this.runs = runs;
        this.rejects = rejects;
        this.rules = rules;
        this.settings = settings;
    }

    /**
     * Writes the rejects of a run. There is no file where there are none, and where a workbook cannot hold them to the
     * letter, which is never so of a roster that was a workbook.
     */
    public void write(Run run) {
        // One of the plan's would tell of rows that may be done by now.
        files.remove(run, NAME);
        if (rejects.isEmpty(run.id())) {
            return;
        }
        try {
            write(run, files.folder(run), settings.rejects().includePasswords());
        } catch (NotForExcelException unfit) {
            LOG.info("Run {} has no {}: {}", run.name(), NAME, unfit.getMessage());
        }
    }

    /**
     * Writes them into some folder, with the passwords of the roster or without.
     *
     * @throws NotForExcelException where a workbook cannot hold them
     */
    Path write(Run run, Path folder, boolean passwords) {
        RejectColumns columns = new RejectColumns(runs.header(run.id()), rules.names(), passwords);
        Path aside = folder.resolve(NAME + ".parts");
        return files.writeBytes(
                folder, NAME, bytes -> TextWorkbook.write(bytes, aside, book -> addSheets(book, run, columns)));
    }

    private void addSheets(TextWorkbook book, Run run, RejectColumns columns) {
        RejectStyles styles = new RejectStyles(book.getXSSFWorkbook());
        String name = sheetName(run);
        RejectSheet sheet = new RejectSheet(book, name, columns, styles);
        RejectLegend legend = new RejectLegend(book, name, styles);
        rejects.forEach(run.id(), row -> {
            sheet.add(row);
            legend.count(row);
        });
        sheet.finish();
        legend.write(run, sheet, columns.lacksPasswords());
    }

    /** That of the roster, or the one that the settings ask for, so that it is found when the file is dropped. */
    private String sheetName(Run run) {
        String wanted = runs.file(run.id())
                .map(FileDetails::sheet)
                .orElse(settings.roster().sheet());
        boolean name = wanted != null && !wanted.chars().allMatch(Character::isDigit);
        return name ? WorkbookUtil.createSafeSheetName(wanted) : SHEET;
    }
}
