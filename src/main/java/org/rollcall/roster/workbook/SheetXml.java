package org.rollcall.roster.workbook;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedValueDecoder;
import org.jspecify.annotations.Nullable;

/**
 * One part of a workbook as XML, read forward. A DTD has no place in a workbook and ends the reading before anything in
 * it is looked at, so there are neither entities nor files outside.
 */
final class SheetXml implements AutoCloseable {
    private static final XMLInputFactory FACTORY = factory();
    private static final int DEEPEST = 100;

    private final PartStream part;
    private final XMLStreamReader2 xml;

    SheetXml(PartStream part) throws XMLStreamException {
        this.part = part;
        this.xml = (XMLStreamReader2) FACTORY.createXMLStreamReader(part);
    }

    /** Goes on to where an element begins or ends; whether there is one. */
    boolean advance() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** Goes on to where an element begins or ends, or to a piece of text; whether there is one. */
    boolean advanceWithText() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT || isText()) {
                return true;
            }
        }
        return false;
    }

    /** Goes on to where the element ends that begins here. */
    void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0 && advance(); ) {
            depth += xml.getEventType() == XMLStreamConstants.START_ELEMENT ? 1 : -1;
        }
    }

    /** Whether any element begins here. */
    boolean begins() {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    /** Whether a piece of text stands here; a text may come in several. */
    boolean isText() {
        int event = xml.getEventType();
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    /** The piece of text that stands here. */
    String piece() {
        return xml.getText();
    }

    /** Whether an element of this name begins here. */
    boolean begins(String element) {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals(element);
    }

    /** Whether an element of this name ends here. */
    boolean ends(String element) {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals(element);
    }

    int attributes() {
        return xml.getAttributeCount();
    }

    String attributeName(int index) {
        return xml.getAttributeLocalName(index);
    }

    /** Hands the characters of an attribute over without making a text of them. */
    void attribute(int index, TypedValueDecoder decoder) throws XMLStreamException {
        xml.getAttributeAs(index, decoder);
    }

    @Nullable
    String attribute(String name) {
        for (int index = 0; index < xml.getAttributeCount(); index++) {
            if (xml.getAttributeLocalName(index).equals(name)) {
                return xml.getAttributeValue(index);
            }
        }
        return null;
    }

    /** The attribute of this name, where there are several that differ by their namespace alone. */
    @Nullable
    String attribute(String namespace, String name) {
        return xml.getAttributeValue(namespace, name);
    }

    int attribute(String name, int otherwise) throws XMLStreamException {
        String value = attribute(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException noNumber) {
            throw new XMLStreamException(noNumber);
        }
    }

    boolean flag(String name) {
        String value = attribute(name);
        return "1".equals(value) || "true".equals(value);
    }

    /**
     * Collects the text within the element that begins here: plain text, formatted runs of it, or a value. How a text
     * is to be read aloud (phonetic runs) is left out. Ends behind the element.
     *
     * @return what the element held
     */
    Within text(TextBuffer buffer) throws XMLStreamException {
        buffer.clear();
        boolean formula = false;
        boolean value = false;
        boolean inText = false;
        int phonetic = 0;
        for (int depth = 1; depth > 0; ) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    String name = xml.getLocalName();
                    inText = phonetic == 0 && (name.equals("v") || name.equals("t"));
                    value |= inText;
                    if (name.equals("f")) {
                        formula = true;
                    } else if (name.equals("rPh")) {
                        phonetic = depth;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText) {
                        buffer.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    inText = false;
                    if (phonetic == depth) {
                        phonetic = 0;
                    }
                    depth--;
                }
                default -> {}
            }
        }
        return formula ? (value ? Within.FORMULA : Within.BARE_FORMULA) : Within.VALUE;
    }

    @Override
    public void close() {
        try {
            xml.closeCompletely();
        } catch (XMLStreamException nothingWasWritten) {
            throw new IllegalStateException(nothingWasWritten);
        }
    }

    private int next() throws XMLStreamException {
        part.nextPiece();
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
            throw part.refused("its XML has a document type (DTD), which no spreadsheet program writes");
        }
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("A part refers to " + xml.getLocalName() + ", which stands for nothing.");
        }
        if (event == XMLStreamConstants.START_ELEMENT && xml.getDepth() > DEEPEST) {
            throw new XMLStreamException(
                    "A part of the workbook has elements within more than " + DEEPEST + " others.");
        }
        return event;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** What an element held beside its text. */
    enum Within {
        /** A text or a value. */
        VALUE,
        /** A formula and what it came to. */
        FORMULA,
        /** A formula that nobody has calculated. */
        BARE_FORMULA
    }
}
