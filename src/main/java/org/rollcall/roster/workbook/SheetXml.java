package org.rollcall.roster.workbook;

import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** What the parts of an Excel workbook have in common as XML. Neither DTDs nor external entities are read. */
final class SheetXml {
    private SheetXml() {}

    static XMLStreamReader reader(InputStream part) throws XMLStreamException {
        return XMLHelper.newXMLInputFactory().createXMLStreamReader(part);
    }

    /** Goes on to the next event; a DTD has no place in a workbook and ends the reading. */
    static int next(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
            throw new XMLStreamException("A part of the workbook has a DTD.");
        }
        return event;
    }

    /**
     * The text within the element that has just begun, which holds plain text, formatted runs of it, or a value; how a
     * text is to be read aloud (phonetic runs) and formulas are left out. Ends behind the element.
     *
     * @param limit the most characters that the text may have
     */
    static String textWithin(XMLStreamReader xml, StringBuilder buffer, int limit) throws XMLStreamException {
        String element = xml.getLocalName();
        buffer.setLength(0);
        boolean inText = false;
        boolean phonetic = false;
        while (true) {
            int event = next(xml);
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    phonetic |= name.equals("rPh");
                    inText = !phonetic && (name.equals("t") || name.equals("v"));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText) {
                        append(xml, buffer, limit);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    inText = false;
                    String name = xml.getLocalName();
                    if (name.equals(element)) {
                        return buffer.toString();
                    }
                    phonetic &= !name.equals("rPh");
                }
                default -> {}
            }
        }
    }

    /** Excel writes a character that XML cannot hold as {@code _x000D_}. */
    static String unescaped(String text) {
        return text.contains("_x") ? new XSSFRichTextString(text).getString() : text;
    }

    private static void append(XMLStreamReader xml, StringBuilder buffer, int limit) throws XMLStreamException {
        int length = xml.getTextLength();
        if (buffer.length() + length > limit) {
            throw new XMLStreamException("A cell has more than " + limit + " characters.");
        }
        buffer.append(xml.getTextCharacters(), xml.getTextStart(), length);
    }
}
