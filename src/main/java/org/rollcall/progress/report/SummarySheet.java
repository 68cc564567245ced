package org.rollcall.progress.report;

import java.util.List;
import javax.xml.namespace.QName;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.rollcall.progress.report.ProgressSummary.CourseCount;
import org.rollcall.progress.report.SheetRow.Styles;

/** The first sheet of a workbook: what the report is of, what a reader has to know, the figures of each course, a chart. */
final class SummarySheet {

    private static final List<String> COLUMNS = List.of(
            "Course",
            "Name",
            "Not started",
            "Under way",
            "Complete",
            "Not tracked",
            "Not told",
            "Suspended",
            "Not enrolled",
            "Graded");

    private static final List<String> COLUMNS_SINCE = List.of("Came since", "Active since", "Completed since");

    /** What the chart shows: column and colour. */
    private enum Part {
        NOT_STARTED(2, 0xB9B5AC),
        UNDER_WAY(3, 0xE0A43A),
        COMPLETE(4, 0x1F6FB2),
        NOT_TRACKED(5, 0x86837C);

        private final int column;
        private final int colour;

        Part(int column, int colour) {
            this.column = column;
            this.colour = colour;
        }
    }

    /** More bars than these are not told apart. */
    private static final int MOST_BARS = 40;

    private static final int CHARACTER = 256;
    private static final int CHART_COLUMNS = 9;

    private final XSSFSheet sheet;
    private final Styles styles;
    private final ProgressSummary summary;
    private int next;

    SummarySheet(XSSFSheet sheet, Styles styles, ProgressSummary summary) {
        this.sheet = sheet;
        this.styles = styles;
        this.summary = summary;
    }

    void write() {
        row().header("Who got how far").text(summary.question().words());
        row().header("Run").text(summary.run());
        row().header("Site").text(summary.site());
        row().header("People").number(summary.people().total());
        if (summary.people().deleted() > 0) {
            row().header("Deleted accounts").number(summary.people().deleted());
        }
        row().header("Calls").number(summary.calls().total());
        summary.notes().forEach(note -> row().header("Note").text(note));
        next++;
        int header = next;
        writeCourses();
        if (!summary.courses().isEmpty()) {
            chart(header, Math.min(summary.courses().size(), MOST_BARS));
        }
        next += Math.min(summary.courses().size(), MOST_BARS) + 16;
        row().header("Function").header("").header("Calls");
        summary.calls()
                .byFunction()
                .forEach((function, calls) -> row().text(function).text("").number(calls));
        sheet.setColumnWidth(0, 26 * CHARACTER);
        sheet.setColumnWidth(1, 40 * CHARACTER);
        for (int column = 2; column < COLUMNS.size() + COLUMNS_SINCE.size(); column++) {
            sheet.setColumnWidth(column, 12 * CHARACTER);
        }
    }

    private SheetRow row() {
        return new SheetRow(sheet.createRow(next++), styles);
    }

    private void writeCourses() {
        SheetRow header = row();
        COLUMNS.forEach(header::header);
        if (summary.since() != null) {
            COLUMNS_SINCE.forEach(header::header);
        }
        for (CourseCount course : summary.courses()) {
            SheetRow row = row().text(course.shortname())
                    .text(course.fullname())
                    .number(course.notStarted())
                    .number(course.underWay())
                    .number(course.complete())
                    .number(course.notTracked())
                    .number(course.notTold())
                    .number(course.suspended())
                    .number(course.notEnrolled())
                    .number(course.graded());
            if (summary.since() != null) {
                row.number(course.cameSince()).number(course.didSince()).number(course.completedSince());
            }
        }
    }

    private void chart(int header, int bars) {
        int top = next + 1;
        XSSFChart chart = sheet.createDrawingPatriarch()
                .createChart(sheet.createDrawingPatriarch()
                        .createAnchor(0, 0, 0, 0, 0, top, CHART_COLUMNS, top + bars + 12));
        chart.setTitleText("How far people got");
        chart.setTitleOverlay(false);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        XDDFCategoryAxis courses = chart.createCategoryAxis(AxisPosition.LEFT);
        // Else the first course would stand at the bottom.
        courses.setOrientation(AxisOrientation.MAX_MIN);
        XDDFValueAxis people = chart.createValueAxis(AxisPosition.BOTTOM);
        people.setCrosses(AxisCrosses.MAX);
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, courses, people);
        data.setBarDirection(BarDirection.BAR);
        data.setBarGrouping(BarGrouping.STACKED);
        for (Part part : Part.values()) {
            XDDFChartData.Series series = data.addSeries(
                    XDDFDataSourcesFactory.fromStringCellRange(sheet, range(header, bars, 0)),
                    XDDFDataSourcesFactory.fromNumericCellRange(sheet, range(header, bars, part.column)));
            series.setTitle(
                    COLUMNS.get(part.column), new CellReference(sheet.getSheetName(), header, part.column, true, true));
            series.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(rgb(part.colour))));
        }
        chart.plot(data);
        stack(chart);
    }

    /** Puts the parts of a bar behind each other. POI's own way takes schemas that are as large as the whole program. */
    private static void stack(XSSFChart chart) {
        try (XmlCursor overlap = chart.getCTChart()
                .getPlotArea()
                .getBarChartArray(0)
                .addNewOverlap()
                .newCursor()) {
            overlap.setAttributeText(new QName("val"), "100");
        }
    }

    private static CellRangeAddress range(int header, int bars, int column) {
        return new CellRangeAddress(header + 1, header + bars, column, column);
    }

    private static byte[] rgb(int colour) {
        return new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour};
    }
}
