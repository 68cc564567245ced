package org.rollcall.roster;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rollcall.roster.header.RosterColumn;
import org.rollcall.roster.text.Wording;

/**
 * Takes an address out of what people and address books write around it: {@code Jane Doe <jane@x.edu>},
 * {@code jane@x.edu (Jane)}, {@code mailto:jane@x.edu}, quotation marks, a comma or semicolon behind it. Whatever has
 * another form stays as it is: {@code jane doe@x.edu} has lost a dot and is not the address of somebody called doe. An
 * address alone, as nearly all are, costs one scan.
 */
final class EmailText {
    private static final String ADDRESS = "([^\\s<>(),;:\"]+@[^\\s<>(),;:\"'?]+)";
    private static final Pattern WRAPPED =
            Pattern.compile("(?i)(?:[^<>]*<\\s*(?:mailto:)?" + ADDRESS + "\\s*>|\"" + ADDRESS + "\"|'" + ADDRESS + "'?"
                    + "|(?:mailto:\\s*)?" + ADDRESS + "(?:\\s*\\([^()]*\\))?|mailto:" + ADDRESS + "\\?\\S*)[\\s;,]*");
    private static final Pattern ANYWHERE = Pattern.compile(ADDRESS);

    /** Searching takes the square of a text's length. */
    private static final int LONGEST = 1_000;

    private EmailText() {}

    /** The address in a cell; the cell's text as it is if no address can be told for certain. */
    static String read(RosterColumn column, String text, RowProblems problems) {
        boolean apostropheInFront = text.startsWith("'");
        if (text.length() > LONGEST || (!apostropheInFront && EmailSyntax.accepts(text))) {
            return text;
        }
        List<String> addresses = addresses(text);
        if (addresses.size() > 1) {
            problems.error(
                    column,
                    "several",
                    "The email cell holds %d addresses, %s; leave one of them."
                            .formatted(addresses.size(), Wording.shortened(Wording.listed(addresses))));
            return addresses.get(0);
        }
        Matcher wrapped = WRAPPED.matcher(text);
        if (addresses.isEmpty() || !wrapped.matches()) {
            return text;
        }
        String address = group(wrapped);
        if (!EmailSyntax.accepts(address)) {
            return text;
        }
        problems.warning(
                column,
                "taken-out",
                "The address is read as %s; the cell holds more: %s."
                        .formatted(Wording.shortened(address), Wording.shortened(text)));
        return address;
    }

    private static String group(Matcher matcher) {
        return Stream.iterate(1, group -> group + 1)
                .limit(matcher.groupCount())
                .map(matcher::group)
                .filter(found -> found != null)
                .findFirst()
                .orElse("");
    }

    /** Different ones only: an address book often gives the address as the name, too. */
    private static List<String> addresses(String text) {
        return ANYWHERE.matcher(text)
                .results()
                .map(found -> found.group().startsWith("'") ? found.group().substring(1) : found.group())
                .filter(EmailSyntax::accepts)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
