package org.rollcall.moodle;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers of Moodle's own XML (webservice/rest/locallib.php): {@code MULTIPLE} is a list, {@code SINGLE} a
 * map whose entries are {@code KEY}s, {@code VALUE} a text or, with {@code null="null"}, null. A {@code RESPONSE} with
 * nothing inside is the null of a function that returns nothing. An {@code EXCEPTION} becomes the same map as in JSON.
 */
final class XmlAnswers implements AnswerReader {

    private static final int DEEPEST = 100;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Override
    public @Nullable Object read(byte[] body) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(decoded(body)));
            try {
                return document(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException | CharacterCodingException e) {
            throw new MalformedAnswerException(e);
        }
    }

    @Override
    public Map<String, @Nullable Object> readEach(InputStream body, String list, Consumer<@Nullable Object> elements) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(textOf(body));
            try {
                next(xml);
                Map<String, @Nullable Object> rest =
                        xml.getLocalName().equals("EXCEPTION") ? exception(xml) : each(xml, list, elements);
                while (xml.hasNext()) {
                    xml.next();
                }
                return rest;
            } finally {
                xml.close();
            }
        } catch (XMLStreamException | IOException e) {
            throw new MalformedAnswerException(e);
        }
    }

    /** The same for a body that is read bit by bit. */
    private static Reader textOf(InputStream body) throws IOException {
        PushbackReader text = new PushbackReader(new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder()));
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK.charAt(0)) {
            text.unread(first);
        }
        return text;
    }

    private static Map<String, @Nullable Object> each(
            XMLStreamReader xml, String list, Consumer<@Nullable Object> elements) throws XMLStreamException {
        require(xml.getLocalName().equals("RESPONSE")
                && next(xml)
                && xml.getLocalName().equals("SINGLE"));
        Map<String, @Nullable Object> rest = new LinkedHashMap<>();
        while (next(xml)) {
            String key = key(xml);
            if (!key.equals(list)) {
                rest.put(key, content(xml, 1));
            } else if (next(xml)) {
                require(xml.getLocalName().equals("MULTIPLE"));
                while (next(xml)) {
                    elements.accept(value(xml, 2));
                }
                require(!next(xml));
            }
        }
        require(!next(xml));
        return rest;
    }

    private static void require(boolean asExpected) {
        if (!asExpected) {
            throw new MalformedAnswerException("The answer is no map with a list in it.");
        }
    }

    private static String key(XMLStreamReader xml) {
        String key = xml.getAttributeValue(null, "name");
        if (!xml.getLocalName().equals("KEY") || key == null) {
            throw new MalformedAnswerException("A map has an entry that is no key.");
        }
        return key;
    }

    /** The body as the UTF-8 that Moodle always writes; the JDK's parser would report other bytes on the terminal. */
    private static String decoded(byte[] body) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(body))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** They hold for a long answer without any entity, too; the answer's size is bounded before it is read. */
    private static final List<String> LIMITS_OF_NEWER_JDKS = List.of(
            "jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit", "jdk.xml.entityExpansionLimit");

    /** A factory for one reader, since factories are not to be shared by threads. Nothing outside is ever looked up. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        LIMITS_OF_NEWER_JDKS.stream()
                .filter(factory::isPropertySupported)
                .forEach(limit -> factory.setProperty(limit, 0));
        return factory;
    }

    private static @Nullable Object document(XMLStreamReader xml) throws XMLStreamException {
        next(xml);
        String root = xml.getLocalName();
        Object tree;
        if (root.equals("RESPONSE")) {
            tree = content(xml, 0);
        } else if (root.equals("EXCEPTION")) {
            tree = exception(xml);
        } else {
            throw new MalformedAnswerException("A document of " + root + " is no answer of Moodle's.");
        }
        while (xml.hasNext()) {
            xml.next();
        }
        return tree;
    }

    private static Map<String, @Nullable Object> exception(XMLStreamReader xml) throws XMLStreamException {
        Map<String, @Nullable Object> exception = new LinkedHashMap<>();
        exception.put("exception", xml.getAttributeValue(null, "class"));
        while (next(xml)) {
            exception.put(xml.getLocalName().toLowerCase(Locale.ROOT), text(xml));
        }
        return exception;
    }

    /** What the element that was just opened holds, up to its end: one value, or nothing, which is null. */
    private static @Nullable Object content(XMLStreamReader xml, int depth) throws XMLStreamException {
        if (!next(xml)) {
            return null;
        }
        Object value = value(xml, depth);
        if (next(xml)) {
            throw new MalformedAnswerException("Two values stand where one belongs.");
        }
        return value;
    }

    private static @Nullable Object value(XMLStreamReader xml, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new MalformedAnswerException("Deeper than any answer.");
        }
        return switch (xml.getLocalName()) {
            case "SINGLE" -> single(xml, depth);
            case "MULTIPLE" -> multiple(xml, depth);
            case "VALUE" -> simple(xml);
            default -> throw new MalformedAnswerException("An element " + xml.getLocalName() + " is none of Moodle's.");
        };
    }

    private static Map<String, @Nullable Object> single(XMLStreamReader xml, int depth) throws XMLStreamException {
        Map<String, @Nullable Object> single = new LinkedHashMap<>();
        while (next(xml)) {
            single.put(key(xml), content(xml, depth + 1));
        }
        return single;
    }

    private static List<@Nullable Object> multiple(XMLStreamReader xml, int depth) throws XMLStreamException {
        List<@Nullable Object> multiple = new ArrayList<>();
        while (next(xml)) {
            multiple.add(value(xml, depth + 1));
        }
        return multiple;
    }

    private static @Nullable String simple(XMLStreamReader xml) throws XMLStreamException {
        boolean isNull = xml.getAttributeValue(null, "null") != null;
        String text = text(xml);
        return isNull ? null : text;
    }

    /** The text of the element that was just opened, up to its end. */
    private static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (!xml.isCharacters()) {
                throw new MalformedAnswerException("A text holds something else.");
            }
            text.append(xml.getText());
        }
        return text.toString();
    }

    /** Goes to the next start of an element, true, or to the end of the one around it, false. */
    private static boolean next(XMLStreamReader xml) throws XMLStreamException {
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
            if (!xml.isWhiteSpace()) {
                throw new MalformedAnswerException("Something stands between the elements.");
            }
        }
    }
}
