package org.rollcall.roster;

import java.util.regex.Pattern;

/**
 * PHP's {@code FILTER_VALIDATE_EMAIL} (the pattern in {@code ext/filter/logical_filters.c}, without its Unicode flag)
 * as a scan, since that pattern takes most of a row's time: the local part is dot-separated atoms or quoted strings of
 * at most 64 characters; the domain is at least two labels of letters, digits and inner hyphens, of at most 63
 * characters each, the last beginning with a letter, or an address literal in square brackets.
 */
final class EmailSyntax {
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_LABEL = 63;
    private static final String SIGNS_IN_ATOMS = "!#$%&'*+-/=?^_`{|}~";
    private static final Pattern ADDRESS_LITERAL =
            Pattern.compile("\\[(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}]");

    private EmailSyntax() {}

    static boolean accepts(String address) {
        if (address.indexOf('<') >= 0 || address.indexOf('>') >= 0) {
            return false;
        }
        int at = endOfLocalPart(address);
        return at > 0 && at <= LONGEST_LOCAL_PART && isDomain(address, at + 1);
    }

    /** The position of the @ that ends a well-formed local part, or -1. */
    private static int endOfLocalPart(String address) {
        int start = 0;
        while (start < address.length()) {
            int end = address.charAt(start) == '"' ? endOfQuoted(address, start) : endOfAtom(address, start);
            if (end <= start || end == address.length()) {
                return -1;
            }
            if (address.charAt(end) == '@') {
                return end;
            }
            if (address.charAt(end) != '.') {
                return -1;
            }
            start = end + 1;
        }
        return -1;
    }

    private static int endOfAtom(String address, int start) {
        int end = start;
        while (end < address.length()
                && (isLetterOrDigit(address.charAt(end)) || SIGNS_IN_ATOMS.indexOf(address.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private static int endOfQuoted(String address, int start) {
        for (int at = start + 1; at < address.length(); at++) {
            char character = address.charAt(at);
            if (character == '"') {
                return at + 1;
            }
            if (character == '\\') {
                at++;
            } else if (character <= ' ' || character > '~') {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isDomain(String address, int start) {
        if (start < address.length() && address.charAt(start) == '[') {
            return ADDRESS_LITERAL
                    .matcher(address)
                    .region(start, address.length())
                    .matches();
        }
        int label = start;
        int labels = 0;
        while (true) {
            int dot = address.indexOf('.', label);
            int end = dot < 0 ? address.length() : dot;
            if (!isLabel(address, label, end)) {
                return false;
            }
            labels++;
            if (dot < 0) {
                return labels >= 2 && !isDigit(address.charAt(label));
            }
            label = dot + 1;
        }
    }

    private static boolean isLabel(String address, int start, int end) {
        if (start >= end || end - start > LONGEST_LABEL) {
            return false;
        }
        if (address.charAt(start) == '-' || address.charAt(end - 1) == '-') {
            return false;
        }
        for (int at = start; at < end; at++) {
            if (!isLetterOrDigit(address.charAt(at)) && address.charAt(at) != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || isDigit(character);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
