package org.rollcall.contract;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an answer, in JSON or in Moodle's XML, as maps, lists, texts, numbers, flags and null. In XML every value is a
 * text, and an error is a map with the keys that it has in JSON.
 */
final class AnswerTree {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    /** PHP's htmlentities writes letters that XML has no names for; which letter it is makes no difference here. */
    private static final Pattern HTML_ENTITY = Pattern.compile("&(?!(?:amp|lt|gt|quot|apos);)\\w+;");

    private AnswerTree() {}

    /** @throws AssertionError if the answer is neither, in a sentence without its content, which may be personal */
    static @Nullable Object of(String body, String contentType) {
        try {
            return contentType.contains("xml") ? xml(body) : JSON.readValue(body, Object.class);
        } catch (JacksonException | SAXException e) {
            // Without its cause, which quotes the answer.
            throw new AssertionError("The answer, of the type " + contentType + ", cannot be read.");
        }
    }

    private static @Nullable Object xml(String body) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(NO_DOCTYPE, true);
            String text = HTML_ENTITY.matcher(body).replaceAll("?");
            DocumentBuilder builder = factory.newDocumentBuilder();
            // Its own handler prints.
            builder.setErrorHandler(null);
            Element root =
                    builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
            return root.getTagName().equals("EXCEPTION") ? exception(root) : content(root);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, @Nullable Object> exception(Element root) {
        Map<String, @Nullable Object> exception = new LinkedHashMap<>();
        exception.put("exception", root.getAttribute("class"));
        children(root)
                .forEach(child -> exception.put(child.getTagName().toLowerCase(Locale.ROOT), child.getTextContent()));
        return exception;
    }

    /** What stands in RESPONSE, MULTIPLE or KEY. */
    private static @Nullable Object content(Element parent) {
        List<Element> children = children(parent);
        return children.isEmpty() ? null : value(children.get(0));
    }

    private static @Nullable Object value(Element element) {
        return switch (element.getTagName()) {
            case "MULTIPLE" -> {
                List<@Nullable Object> list = new ArrayList<>();
                children(element).forEach(child -> list.add(value(child)));
                yield list;
            }
            case "SINGLE" -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                children(element).forEach(key -> map.put(key.getAttribute("name"), content(key)));
                yield map;
            }
            case "VALUE" -> element.hasAttribute("null") ? null : element.getTextContent();
            default -> throw new AssertionError("The answer has an element " + element.getTagName() + ".");
        };
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
