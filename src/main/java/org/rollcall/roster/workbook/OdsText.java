package org.rollcall.roster.workbook;

import javax.xml.stream.XMLStreamException;

/**
 * Reads the text of a cell of an OpenDocument spreadsheet. Its paragraphs are lines. White space in the XML counts as one
 * space, and further spaces are elements. Comments, drawings and how a text is to be read aloud are left out.
 */
final class OdsText {
    private final int limit;
    private final TextBuffer buffer;

    OdsText(int limit) {
        this.limit = limit;
        this.buffer = new TextBuffer(limit);
    }

    /** Reads the text within the element that begins here, and goes on to where it ends. */
    String read(SheetXml xml) throws XMLStreamException {
        buffer.clear();
        boolean first = true;
        while (xml.advance() && xml.begins()) {
            if (xml.begins("p") || xml.begins("h")) {
                if (!first) {
                    buffer.append('\n');
                }
                first = false;
                readParagraph(xml);
            } else {
                xml.skip();
            }
        }
        return buffer.toString();
    }

    private void readParagraph(SheetXml xml) throws XMLStreamException {
        boolean afterSpace = true;
        for (int depth = 1; depth > 0 && xml.advanceWithText(); ) {
            if (xml.isText()) {
                afterSpace = append(xml.piece(), afterSpace);
            } else if (!xml.begins()) {
                depth--;
            } else if (xml.begins("annotation")
                    || xml.begins("frame")
                    || xml.begins("ruby-text")
                    || xml.begins("note")) {
                xml.skip();
            } else {
                depth++;
                afterSpace = appendElement(xml, afterSpace);
            }
        }
    }

    private boolean append(String piece, boolean afterSpace) {
        boolean space = afterSpace;
        for (int at = 0; at < piece.length(); at++) {
            char character = piece.charAt(at);
            boolean isSpace = character == ' ' || character == '\t' || character == '\n' || character == '\r';
            if (!isSpace) {
                buffer.append(character);
            } else if (!space) {
                buffer.append(' ');
            }
            space = isSpace;
        }
        return space;
    }

    private boolean appendElement(SheetXml xml, boolean afterSpace) throws XMLStreamException {
        if (xml.begins("s")) {
            for (int count = Math.min(xml.attribute("c", 1), limit); count > 0; count--) {
                buffer.append(' ');
            }
        } else if (xml.begins("tab")) {
            buffer.append('\t');
        } else if (xml.begins("line-break")) {
            buffer.append('\n');
        } else {
            return afterSpace;
        }
        return false;
    }
}
