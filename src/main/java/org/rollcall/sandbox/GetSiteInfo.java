package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.optional;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;
import static org.rollcall.sandbox.Description.withAll;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rollcall.sandbox.Description.Structure;

/** {@code core_webservice_get_site_info}: the site, the token's user and the functions of its service. */
final class GetSiteInfo implements MoodleFunction {
    private static final String RELEASE = "4.5.6 (Build: 20250811)";
    private static final String VERSION = "2024100706";
    private static final String PLUGIN_VERSION = "2024100700";
    private static final List<Map<String, Object>> FEATURES = List.of(
            feature("usecomments", 1),
            feature("usetags", 1),
            feature("enablenotes", 1),
            feature("messaging", 1),
            feature("enableblogs", 1),
            feature("enablecompletion", 1),
            feature("enablebadges", 1),
            feature("messagingallusers", 0),
            feature("enablecustomreports", 1),
            feature("enableglobalsearch", 0),
            feature("mnet_dispatcher_mode", 0),
            feature("enablecompetencies", 1));

    private static Map<String, Object> feature(String name, int value) {
        return Map.of("name", name, "value", value);
    }

    @Override
    public String name() {
        return "core_webservice_get_site_info";
    }

    @Override
    public Structure parameters() {
        return structure().with("serviceshortnames", Description.defaultingList(required(ParamType.ALPHANUMEXT)));
    }

    @Override
    public Description returns() {
        Structure person = withAll(
                structure(),
                required(ParamType.RAW),
                List.of(
                        "sitename",
                        "username",
                        "firstname",
                        "lastname",
                        "fullname",
                        "lang",
                        "userid",
                        "siteurl",
                        "userpictureurl"));
        Structure service = person.with(
                        "functions",
                        list(structure()
                                .with("name", required(ParamType.RAW))
                                .with("version", required(ParamType.TEXT))))
                .with("downloadfiles", optional(ParamType.INT))
                .with("uploadfiles", optional(ParamType.INT))
                .with("release", optional(ParamType.TEXT))
                .with("version", optional(ParamType.TEXT))
                .with("mobilecssurl", optional(ParamType.URL))
                .with(
                        "advancedfeatures",
                        list(structure().with("name", required(ParamType.RAW)).with("value", required(ParamType.INT))));
        return withAll(
                service,
                optional(ParamType.RAW),
                List.of(
                        "usercanmanageownfiles",
                        "userquota",
                        "usermaxuploadfilesize",
                        "userhomepage",
                        "userhomepageurl",
                        "userprivateaccesskey",
                        "siteid",
                        "sitecalendartype",
                        "usercalendartype",
                        "userissiteadmin",
                        "theme",
                        "limitconcurrentlogins",
                        "usersessionscount",
                        "policyagreed"));
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public Map<String, Object> call(Arguments arguments, Call call) {
        Account user = call.caller().account();
        Map<String, Object> info = new HashMap<>();
        info.put("sitename", call.settings().name());
        info.put("username", user.username());
        info.put("firstname", user.firstname());
        info.put("lastname", user.lastname());
        info.put("fullname", user.fullname());
        info.put("lang", user.lang());
        info.put("userid", user.id());
        info.put("siteurl", call.siteUrl());
        info.put("userpictureurl", call.siteUrl() + UserDetails.PICTURE + "f1");
        info.put(
                "functions",
                call.caller().functions().stream().map(GetSiteInfo::function).toList());
        info.put("downloadfiles", 0);
        info.put("uploadfiles", 0);
        info.put("release", RELEASE);
        info.put("version", VERSION);
        info.put("mobilecssurl", "");
        info.put("advancedfeatures", FEATURES);
        addUser(info, user);
        return info;
    }

    private static Map<String, Object> function(String name) {
        return Map.of("name", name, "version", name.startsWith("core_") ? VERSION : PLUGIN_VERSION);
    }

    private static void addUser(Map<String, Object> info, Account user) {
        // A stand-in: the sandbox serves no files, so the key opens nothing.
        UUID key = UUID.nameUUIDFromBytes(("file key of " + user.id()).getBytes(StandardCharsets.UTF_8));
        info.put("usercanmanageownfiles", true);
        info.put("userquota", 104_857_600);
        info.put("usermaxuploadfilesize", 2_097_152);
        info.put("userhomepage", 1);
        info.put("userprivateaccesskey", key.toString().replace("-", ""));
        info.put("siteid", Course.SITE);
        info.put("sitecalendartype", "gregorian");
        info.put("usercalendartype", "gregorian");
        info.put("userissiteadmin", user.username().equals("admin"));
        info.put("theme", "boost");
        info.put("limitconcurrentlogins", 0);
        info.put("policyagreed", 0);
    }
}
