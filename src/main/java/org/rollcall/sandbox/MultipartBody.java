package org.rollcall.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text parts of a {@code multipart/form-data} body. Files are no part of Moodle's REST functions. */
final class MultipartBody {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";,]+)\"?");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");

    private MultipartBody() {}

    /** Adds the parts to the form; PHP keeps exactly {@code limit} of them. */
    static void addTo(PhpForm form, String contentType, byte[] body, int limit) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return;
        }
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String delimiter = "--" + boundary.group(1);
        int at = text.indexOf(delimiter);
        for (int kept = 0; at >= 0 && kept < limit; kept++) {
            int start = at + delimiter.length();
            at = text.indexOf("\r\n" + delimiter, start);
            if (at >= 0) {
                addPart(form, text, start, at, body);
                at += 2;
            }
        }
    }

    private static void addPart(PhpForm form, String text, int start, int end, byte[] body) {
        int blank = text.indexOf("\r\n\r\n", start);
        if (blank < 0 || blank > end) {
            return;
        }
        Matcher name = NAME.matcher(text.substring(start, blank));
        if (name.find()) {
            byte[] value = Arrays.copyOfRange(body, Math.min(blank + 4, end), end);
            byte[] nameBytes = name.group(1).getBytes(StandardCharsets.ISO_8859_1);
            form.put(UrlText.utf8(nameBytes, nameBytes.length), UrlText.utf8(value, value.length));
        }
    }
}
