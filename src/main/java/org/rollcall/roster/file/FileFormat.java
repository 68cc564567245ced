package org.rollcall.roster.file;

/** The kinds of file that hold rosters. */
public enum FileFormat {
    /** Text, with a delimiter between the cells. */
    CSV("CSV text"),
    /** Office Open XML, Excel's format since 2007. */
    XLSX("Excel workbook (.xlsx)"),
    /** The format of Excel 97 to 2003. */
    XLS("Excel workbook of the old kind (.xls)"),
    /** LibreOffice's own format. */
    ODS("OpenDocument spreadsheet (.ods)"),
    /** An archive, which may hold one roster of any other kind. */
    ZIP("ZIP archive"),
    /** A single packed file, which may be a roster of any other kind. */
    GZIP("GZIP archive");

    private final String title;

    FileFormat(String title) {
        this.title = title;
    }

    /** {@return what people call the format} */
    public String title() {
        return title;
    }

    /** {@return whether it is packed, so that what the roster is, is told by what is in it} */
    public boolean isArchive() {
        return this == ZIP || this == GZIP;
    }

    /** {@return the program that can mend such a file} */
    public String program() {
        return this == ODS ? "LibreOffice" : "Excel";
    }

    /** {@return whether a file holds sheets, whose rows leave their empty cells out} */
    public boolean hasSheets() {
        return this == XLSX || this == XLS || this == ODS;
    }
}
