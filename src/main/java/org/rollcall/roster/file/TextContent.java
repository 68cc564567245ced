package org.rollcall.roster.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells text from bytes that are none, and a roster from the other texts that people take for one. How a roster's text
 * is to be decoded is for its reader to find out; where it is no Unicode, any character set does that has a character for
 * every byte.
 */
final class TextContent {
    private static final int MOST_CONTROLS_IN_A_HUNDRED = 5;
    private static final Pattern WEB_PAGE = Pattern.compile(
            "<(!doctype\\s+html|html|head|body|meta|table|style|title|script|div)\\b.*", Pattern.DOTALL);
    private static final Pattern SYLK =
            Pattern.compile("ID;P[^\\r\\n]*\\R(P;[PFE]|B;[YX]\\d|C;[YX]\\d|F;[A-Z]|O;|NN;|NU;).*", Pattern.DOTALL);
    private static final Pattern DIF = Pattern.compile("TABLE\\R0,1\\R.*", Pattern.DOTALL);
    private static final Pattern JSON = Pattern.compile("(\\{\\s*\"|\\[\\s*\\{).*", Pattern.DOTALL);

    private TextContent() {}

    /**
     * What a file is instead of a roster.
     *
     * @param start its first bytes
     * @return how the sentence about it goes on, or null if it may be a roster
     */
    static @Nullable String phrase(byte[] start) {
        UnicodeText unicode = UnicodeText.of(start);
        String text = new String(start, unicode == null ? StandardCharsets.ISO_8859_1 : unicode.charset());
        if (!isText(text)) {
            return "neither a CSV file nor an Excel workbook";
        }
        String head = withoutMark(text).stripLeading();
        String lower = head.toLowerCase(Locale.ROOT);
        if (WEB_PAGE.matcher(lower).matches() || (lower.startsWith("<?xml") && lower.contains("<html"))) {
            return "a web page (HTML), which some systems export under the name of an Excel file; open it in Excel and"
                    + " save it as .xlsx";
        }
        if (lower.startsWith("mime-version:")) {
            return "a web archive (MHTML), which some systems export under the name of an Excel file; open it in Excel"
                    + " and save it as .xlsx";
        }
        if (lower.startsWith("<?xml") || lower.startsWith("<!--")) {
            return xml(lower);
        }
        if (SYLK.matcher(head).matches()) {
            return "a SYLK file (.slk); open it in Excel and save it as .xlsx";
        }
        if (DIF.matcher(head).matches()) {
            return "a DIF file; open it in Excel and save it as .xlsx";
        }
        return JSON.matcher(head).matches() ? "a JSON file; export it as CSV" : null;
    }

    private static String xml(String lower) {
        if (lower.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
            return "an XML Spreadsheet of Excel 2003; open it in Excel and save it as .xlsx";
        }
        return lower.contains("opendocument.spreadsheet")
                ? "a flat OpenDocument spreadsheet (.fods); save it as .ods or as .xlsx"
                : "an XML file; export it as CSV";
    }

    private static boolean isText(String text) {
        long controls = text.chars()
                .filter(character -> character < ' ' && "\t\r\n\f\u001B".indexOf(character) < 0)
                .count();
        return controls * 100 <= text.length() * (long) MOST_CONTROLS_IN_A_HUNDRED;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text.startsWith("ï»¿") ? text.substring(3) : text;
    }
}
