package org.rollcall.sandbox;

import java.util.regex.Pattern;

/** Which addresses Moodle takes for valid: those of PHP's FILTER_VALIDATE_EMAIL, without angle brackets. */
final class EmailSyntax {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_LABEL = 63;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final Pattern DOMAIN =
            Pattern.compile("([A-Za-z0-9]+(-+[A-Za-z0-9]+)*\\.)+[A-Za-z][A-Za-z0-9]*(-+[A-Za-z0-9]+)*");

    private EmailSyntax() {}

    static boolean isValid(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL || address.length() > LONGEST) {
            return false;
        }
        String domain = address.substring(at + 1);
        for (int start = 0; start <= domain.length(); ) {
            int dot = domain.indexOf('.', start);
            int end = dot < 0 ? domain.length() : dot;
            if (end - start > LONGEST_LABEL) {
                return false;
            }
            start = end + 1;
        }
        return LOCAL.matcher(address.substring(0, at)).matches()
                && DOMAIN.matcher(domain).matches();
    }
}
