package org.rollcall.sandbox;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Moodle's PARAM_* types. A web service refuses a value that the type's cleaning would change (Moodle's
 * {@code validate_param}), so each type only has to tell whether a value is clean.
 */
enum ParamType {
    ALPHA("[a-zA-Z]*"),
    ALPHANUM("[a-zA-Z0-9]*"),
    ALPHANUMEXT("[a-zA-Z0-9_-]*"),
    AUTH,
    BOOL("[01]"),
    INT,
    LANG,
    NOTAGS,
    PLUGIN("|" + Patterns.PLUGIN),
    RAW,
    RAW_TRIMMED,
    TEXT,
    THEME,
    TIMEZONE("|([+-]?(0?[0-9](\\.[5|0])?|1[0-3](\\.0)?|1[0-2]\\.5))|99|[a-zA-Z0-9]+(/?[a-zA-Z_-])+"),
    URL,
    USERNAME("[-.@_a-z0-9]*");

    private final Pattern pattern;

    ParamType() {
        this("(?s).*");
    }

    ParamType(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** The type's name as Moodle's messages give it. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean accepts(String value, Installed installed) {
        if (!PhpText.isCleanUtf8(value) || !pattern.matcher(value).matches()) {
            return false;
        }
        return switch (this) {
            case AUTH -> value.isEmpty() || installed.auths().contains(value);
            case INT -> isInt(value);
            case LANG -> value.isEmpty() || installed.languages().contains(value);
            case NOTAGS -> PhpText.hasNoTags(value);
            case RAW_TRIMMED -> PhpText.trim(value).equals(value);
            case TEXT -> PhpText.hasNoTags(value) || isMultilang(value);
            case THEME -> value.isEmpty() || installed.themes().contains(value);
            default -> true;
        };
    }

    /** What Moodle's {@code clean_param} leaves of a value; for types that depend on what is installed, all of it. */
    String clean(String value) {
        return switch (this) {
            case INT -> Long.toString(PhpNumber.integer(value));
            case NOTAGS, TEXT -> PhpText.stripTags(value);
            case RAW_TRIMMED -> PhpText.trim(value);
            case USERNAME -> PhpText.trim(value).toLowerCase(Locale.ROOT).replaceAll("[^-.@_a-z0-9]", "");
            default -> value;
        };
    }

    private static boolean isInt(String value) {
        try {
            return Long.toString(Long.parseLong(value)).equals(value);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isMultilang(String value) {
        String rest = Patterns.SPAN.matcher(value).replaceAll("");
        return PhpText.hasNoTags(rest) && rest.indexOf('<') < 0;
    }

    /** Patterns with names; an enum's own constants cannot use its static fields. */
    private static final class Patterns {
        static final String PLUGIN = "[a-z](?:[a-z0-9_](?!__))*[a-z0-9]+";
        static final Pattern SPAN =
                Pattern.compile("<span(\\s+lang=\"[a-zA-Z0-9_-]+\"|\\s+class=\"multilang\"){2}\\s*>[^<]*</span>"
                        + "|<lang lang=\"[a-zA-Z0-9_-]+\"\\s*>[^<]*</lang>");
    }
}
