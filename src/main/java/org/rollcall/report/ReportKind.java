package org.rollcall.report;

/** The files of a run, in the order in which people want them. */
enum ReportKind {
    REJECTS(RejectReport.NAME, "the rows that came back, with the reasons, to be mended and given to provision", false),
    REJECTS_WORKBOOK("rejects.xlsx", "the same as a workbook, the faulty cells marked", false),
    PLAN(PlanReport.NAME, "what the plan would change on the site, a line each", true),
    LEAVERS(LeaverReport.NAME, "who left which cohort or course, what was done, and why or why not", false),
    UNDO(UndoReport.NAME, "what was taken back, and what was kept and why, a line each", true),
    PROBLEMS(ProblemReport.NAME, "every error and every warning, a line each", false),
    SUMMARY(SummaryReport.NAME, "the figures, for programs", true);

    private final String fileName;
    private final String words;
    private final boolean standsBeforeTheEnd;

    ReportKind(String fileName, String words, boolean standsBeforeTheEnd) {
        this.fileName = fileName;
        this.words = words;
        this.standsBeforeTheEnd = standsBeforeTheEnd;
    }

    String fileName() {
        return fileName;
    }

    String words() {
        return words;
    }

    /** Whether what it says holds for a run that was interrupted, too. */
    boolean standsBeforeTheEnd() {
        return standsBeforeTheEnd;
    }
}
