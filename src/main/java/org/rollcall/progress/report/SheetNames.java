package org.rollcall.progress.report;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.util.WorkbookUtil;

/** Gives sheets names that a workbook may have, each once: Excel does not tell capitals from small letters there. */
final class SheetNames {

    private static final int LONGEST = 31;

    /** Excel keeps this name for itself. */
    private static final String RESERVED = "history";

    private final Set<String> used = new HashSet<>(Set.of(RESERVED));

    String next(String wanted) {
        String safe = WorkbookUtil.createSafeSheetName(wanted.isBlank() ? "Course" : wanted.strip());
        String name = safe;
        for (int number = 2; !used.add(name.toLowerCase(Locale.ROOT)); number++) {
            String ending = " (" + number + ")";
            name = safe.substring(0, Math.min(safe.length(), LONGEST - ending.length())) + ending;
        }
        return name;
    }
}
