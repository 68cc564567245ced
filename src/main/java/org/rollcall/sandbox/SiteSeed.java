package org.rollcall.sandbox;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.SiteSettings.Maintenance;

/**
 * The site's own settings as a seed writes them. What is left out is as on a stock Moodle in production.
 *
 * @param maintenance {@code none}, {@code page} (by the settings page) or {@code command-line}
 * @param rest whether the REST protocol is on
 * @param service whether the service of the tokens is on
 * @param policyAgreed whether the tokens' users have agreed to the site's policy, or there is none
 */
record SiteSeed(
        String name,
        String shortname,
        @Nullable Integer debug,
        @Nullable Integer maxInputVars,
        @Nullable Long postMaxSize,
        @Nullable Boolean passwordPolicy,
        @Nullable Boolean sameEmailAllowed,
        @Nullable String maintenance,
        @Nullable Boolean rest,
        @Nullable Boolean service,
        @Nullable Boolean policyAgreed) {

    static final Map<String, Maintenance> MAINTENANCE =
            Map.of("none", Maintenance.OFF, "page", Maintenance.PAGE, "command-line", Maintenance.CLI);

    private static final int STOCK_INPUT_VARS = 1000;
    private static final long STOCK_POST_SIZE = 8L << 20;

    SiteSettings settings() {
        int level = Objects.requireNonNullElse(debug, 0);
        return new SiteSettings(
                name,
                new Debug(level, level == Debug.DEVELOPER),
                Objects.requireNonNullElse(maxInputVars, STOCK_INPUT_VARS),
                Objects.requireNonNullElse(postMaxSize, STOCK_POST_SIZE),
                maintenance == null ? Maintenance.OFF : MAINTENANCE.getOrDefault(maintenance, Maintenance.OFF),
                isOn(rest),
                isOn(service),
                !isOn(policyAgreed),
                isOn(passwordPolicy),
                Boolean.TRUE.equals(sameEmailAllowed));
    }

    private static boolean isOn(@Nullable Boolean setting) {
        return !Boolean.FALSE.equals(setting);
    }
}
