package org.rollcall.moodle;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the site says of itself and of the token's account (core_webservice_get_site_info).
 *
 * @param siteName the site's name
 * @param siteUrl the address that the site gives itself
 * @param userId the id of the token's account
 * @param username the username of the token's account
 * @param fullname the name of the token's account
 * @param siteAdmin whether the token's account is an administrator of the site
 * @param release such as {@code 4.5.6 (Build: 20250811)}, or null where the site does not tell
 * @param functions the functions that the token's service holds
 */
public record SiteInfo(
        String siteName,
        String siteUrl,
        long userId,
        String username,
        String fullname,
        boolean siteAdmin,
        @Nullable String release,
        Set<String> functions) {

    public SiteInfo {
        functions = Set.copyOf(functions);
    }

    static SiteInfo from(Answer info) {
        return new SiteInfo(
                info.text("sitename"),
                info.text("siteurl"),
                info.number("userid"),
                info.text("username"),
                info.text("fullname"),
                Boolean.TRUE.equals(info.optionalFlag("userissiteadmin")),
                info.optionalText("release"),
                info.list("functions").stream()
                        .map(function -> function.text("name"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
