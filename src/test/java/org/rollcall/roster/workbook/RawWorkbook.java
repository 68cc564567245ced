package org.rollcall.roster.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An Excel workbook of which a test writes the XML by itself, as other programs and attackers do. */
final class RawWorkbook {
    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String STRINGS = "xl/sharedStrings.xml";
    static final String STYLES = "xl/styles.xml";
    static final String WORKBOOK = "xl/workbook.xml";
    static final String HEADER = row(1, "username", "firstname", "lastname", "email");

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder types = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private final StringBuilder list = new StringBuilder();
    private int related;
    private int sheets;

    /** A workbook with one sheet of the name Students. */
    static RawWorkbook of(String rows) {
        return new RawWorkbook().sheet("Students", "visible", worksheet("<sheetData>" + rows + "</sheetData>"));
    }

    /** A workbook with one sheet, of which more than the rows is given. */
    static RawWorkbook ofSheet(String content) {
        return new RawWorkbook().sheet("Students", "visible", worksheet(content));
    }

    static String worksheet(String content) {
        return "<worksheet xmlns=\"%s\">%s</worksheet>".formatted(MAIN, content);
    }

    /** A row of texts that stand in their cells. */
    static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"%d\">".formatted(number));
        for (int column = 0; column < texts.length; column++) {
            row.append("<c r=\"%s%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
                    .formatted(CellStart.letters(column), number, texts[column]));
        }
        return row.append("</row>").toString();
    }

    RawWorkbook sheet(String name, String state, String xml) {
        sheets++;
        String part = "worksheets/sheet" + sheets + ".xml";
        relate("worksheet", part, "spreadsheetml.worksheet+xml", xml);
        list.append("<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"rId%d\"/>"
                .formatted(name, sheets, state, related));
        return this;
    }

    RawWorkbook chart(String name) {
        relate("chartsheet", "chartsheets/sheet1.xml", "spreadsheetml.chartsheet+xml", "<chartsheet/>");
        list.append("<sheet name=\"%s\" sheetId=\"99\" r:id=\"rId%d\"/>".formatted(name, related));
        return this;
    }

    RawWorkbook strings(String items) {
        relate(
                "sharedStrings",
                "sharedStrings.xml",
                "spreadsheetml.sharedStrings+xml",
                "<sst xmlns=\"%s\">%s</sst>".formatted(MAIN, items));
        return this;
    }

    RawWorkbook styles(String content) {
        relate(
                "styles",
                "styles.xml",
                "spreadsheetml.styles+xml",
                "<styleSheet xmlns=\"%s\">%s</styleSheet>".formatted(MAIN, content));
        return this;
    }

    RawWorkbook macros() {
        relate("vbaProject", "vbaProject.bin", "", "");
        return this;
    }

    /** Puts more into the main part, behind the list of sheets. */
    RawWorkbook saying(String content) {
        list.append("</sheets>").append(content).append("<sheets>");
        return this;
    }

    Path in(Path folder) {
        return in(folder, (name, content) -> content);
    }

    /** Writes the workbook with one of its parts changed. */
    Path in(Path folder, String part, UnaryOperator<String> change) {
        return in(folder, (name, content) -> name.equals(part) ? change.apply(content) : content);
    }

    private Path in(Path folder, Change change) {
        Path file = folder.resolve("roster.xlsx");
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"
                        + type("workbook.xml", "spreadsheetml.sheet.main+xml") + types + "</Types>");
        all.put("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
        all.put(
                WORKBOOK,
                "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                        .formatted(MAIN, RELATIONS, list));
        all.put("xl/_rels/workbook.xml.rels", relations(relations.toString()));
        all.putAll(parts);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(change.of(part.getKey(), part.getValue()).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file;
    }

    private void relate(String relation, String part, String type, String xml) {
        related++;
        relations.append(relation(related, relation, part));
        if (!type.isEmpty()) {
            types.append(type(part, type));
        }
        parts.put("xl/" + part, xml);
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"/xl/%s\" ContentType=\"application/vnd.openxmlformats-officedocument.%s\"/>"
                .formatted(part, type);
    }

    private static String relations(String relations) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>"
                .formatted(relations);
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, RELATIONS, type, target);
    }

    private interface Change {
        String of(String part, String content);
    }
}
