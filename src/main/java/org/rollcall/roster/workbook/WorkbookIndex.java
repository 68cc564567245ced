package org.rollcall.roster.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;

/**
 * What the main part of a workbook says.
 *
 * @param sheets its sheets from left to right, chart sheets among them
 * @param from1904 whether it counts its days from 1904 instead of 1900
 * @param uncalculated whether its formulas are to be calculated when it is opened, so that what the file has for their
 *     values is what the program put there that wrote it
 */
record WorkbookIndex(List<Entry> sheets, boolean from1904, boolean uncalculated) {
    /**
     * A sheet.
     *
     * @param name its name as its tab has it
     * @param hidden whether people do not see it
     * @param relation under which its part is known
     */
    record Entry(String name, boolean hidden, String relation) {}

    static WorkbookIndex read(SheetXml xml) throws XMLStreamException {
        List<Entry> sheets = new ArrayList<>();
        boolean from1904 = false;
        boolean uncalculated = false;
        while (xml.advance()) {
            if (xml.begins("workbookPr")) {
                from1904 |= xml.flag("date1904");
            } else if (xml.begins("calcPr")) {
                uncalculated |= xml.flag("fullCalcOnLoad");
            } else if (xml.begins("sheet")) {
                String state = Objects.requireNonNullElse(xml.attribute("state"), "visible");
                String name = EscapedText.read(Objects.requireNonNullElse(xml.attribute("name"), ""));
                String relation = Objects.requireNonNullElse(xml.attribute("id"), "");
                sheets.add(new Entry(name, !state.equals("visible"), relation));
            }
        }
        return new WorkbookIndex(List.copyOf(sheets), from1904, uncalculated);
    }
}
