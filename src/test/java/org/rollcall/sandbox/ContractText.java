package org.rollcall.sandbox;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes recorded and new answers comparable. Everything else, order and escaping included, has to be equal.
 *
 * <ul>
 *   <li>the site's address, since each sandbox has a port of its own
 *   <li>times later than the recording's beginning (creation, cache revisions), and the revision in picture URLs
 *   <li>the context id in course image URLs, since the sandbox has no contexts
 *   <li>the private file key, which is random
 *   <li>a course's summary and a group's description: sample text that state.json does not tell; and a course's
 *       sortorder, which changes with every course that others make
 *   <li>ids beyond those of state.json: they count on through a series, and each stands beside a name that is compared
 *   <li>HTML pages: their title only, since their look is a theme's
 * </ul>
 */
final class ContractText {
    private static final Pattern TIME = Pattern.compile("\\b(179[5-9]\\d{6}|18\\d{8})\\b");
    private static final Pattern ADDRESS = Pattern.compile("http:(\\\\?/){2}127\\.0\\.0\\.1:\\d+");
    private static final Pattern PICTURE = Pattern.compile("(core\\\\?/)\\d+(\\\\?/u\\\\?/)");
    private static final Pattern CONTEXT = Pattern.compile("(pluginfile\\.php\\\\?/)\\d+");
    private static final Pattern FILE_KEY = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern SAMPLE_JSON =
            Pattern.compile("(\"(?:summary|description)\":\")Test (?:course|Group) .*?(\",\")");
    private static final Pattern SAMPLE_XML = Pattern.compile(
            "(<KEY name=\"(?:summary|description)\"><VALUE>)Test (?:course|Group) .*?(</VALUE>)", Pattern.DOTALL);
    private static final Pattern SORTORDER =
            Pattern.compile("(\"(?:category)?sortorder\":|<KEY name=\"(?:category)?sortorder\"><VALUE>)[12]\\d{4}\\b");
    private static final Pattern NEW_ID = Pattern.compile("(\"id\":|<KEY name=\"id\"><VALUE>)(\\d+)");
    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL);
    private static final Pattern NEW_COHORT = Pattern.compile("\"id\":(\\d+)(,\"name\":)");
    private static final long LAST_SEEDED_ID = 13;
    private static final long LAST_SEEDED_COHORT = 4;

    private ContractText() {}

    static String normal(String body, String contentType) {
        if (contentType.startsWith("text/html")) {
            Matcher title = TITLE.matcher(body);
            return title.find() ? title.group(1) : body;
        }
        String text = ADDRESS.matcher(body).replaceAll("SITE");
        text = TIME.matcher(text).replaceAll("TIME");
        text = PICTURE.matcher(text).replaceAll("$1TIME$2");
        text = CONTEXT.matcher(text).replaceAll("$1CONTEXT");
        text = FILE_KEY.matcher(text).replaceAll("KEY");
        text = SAMPLE_JSON.matcher(text).replaceAll("$1$2");
        text = SAMPLE_XML.matcher(text).replaceAll("$1$2");
        text = SORTORDER.matcher(text).replaceAll("$1ORDER");
        text = NEW_COHORT
                .matcher(text)
                .replaceAll(id -> Long.parseLong(id.group(1)) > LAST_SEEDED_COHORT
                        ? "\"id\":NEW" + id.group(2)
                        : Matcher.quoteReplacement(id.group()));
        return NEW_ID.matcher(text)
                .replaceAll(id -> Long.parseLong(id.group(2)) > LAST_SEEDED_ID ? id.group(1) + "NEW" : id.group());
    }

    /** The address of a Location header without the site's port. */
    static String normalLocation(String location) {
        return location.isEmpty() ? "" : URI.create(location).getPath();
    }
}
