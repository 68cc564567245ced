package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

/** The forms beyond PHP's limits, of which the vectors hold only the beginning. */
final class LargeForms {
    private static final String TOKEN = "a11ce0000000000000000000000000a1";
    private static final String BOUNDARY = "xxBOUNDxx";

    private LargeForms() {}

    static WireRequest request(ContractVector vector, String url, Map<String, String> headers) {
        Map<String, String> form = new LinkedHashMap<>();
        boolean inQuery = url.contains("wstoken=") || vector.name().contains("multipart");
        String function =
                vector.name().contains("add_members") ? "core_cohort_add_cohort_members" : "core_user_create_users";
        if (!url.contains("wstoken=")) {
            form.put("wstoken", TOKEN);
            form.put("wsfunction", function);
        }
        form.put("moodlewsrestformat", "json");
        fill(vector.name(), form);
        assertThat(inQuery || form.containsKey("wstoken")).isTrue();
        if (vector.name().contains("multipart")) {
            headers.put("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
            return new WireRequest("POST", url, headers, multipart(form));
        }
        String body = ContractVector.encode(form);
        assertThat(body)
                .as("the form begins as it was recorded")
                .startsWith(vector.parameters().get("_first"));
        return new WireRequest("POST", url, headers, body);
    }

    private static void fill(String name, Map<String, String> form) {
        switch (name) {
            case "limit.max_input_vars.1200x5" -> users(form, "mvc", 1200, false);
            case "limit.max_input_vars.1200x5_aligned_silent_drop" -> users(form, "mvi", 1200, false);
            case "limit.max_input_vars.600x10_required_first" -> users(form, "mva", 600, true);
            case "limit.max_input_vars.multipart_600x10" -> users(form, "mvh", 600, true);
            case "limit.post_max_size.9MB_token_in_body" -> large(form);
            default -> members(form);
        }
    }

    private static void users(Map<String, String> form, String prefix, int count, boolean wide) {
        for (int i = 0; i < count; i++) {
            String user = "users[" + i + "]";
            String name = "%s%04d".formatted(prefix, i);
            form.put(user + "[username]", name);
            form.put(user + "[firstname]", "F");
            form.put(user + "[lastname]", "L");
            form.put(user + "[email]", name + "@example.com");
            form.put(user + "[auth]", "oauth2");
            if (wide) {
                form.put(user + "[idnumber]", prefix + "-" + i);
                form.put(user + "[city]", "Oslo");
                form.put(user + "[country]", "NO");
                form.put(user + "[department]", "HR");
                form.put(user + "[institution]", "Acme");
            }
        }
    }

    private static void members(Map<String, String> form) {
        for (int i = 0; i < 1500; i++) {
            String member = "members[" + i + "]";
            form.put(member + "[cohorttype][type]", "idnumber");
            form.put(member + "[cohorttype][value]", "STUDENTS");
            form.put(member + "[usertype][type]", "username");
            form.put(member + "[usertype][value]", "mvi%04d".formatted(i % 1000));
        }
    }

    private static void large(Map<String, String> form) {
        form.put("users[0][username]", "pms1");
        form.put("users[0][password]", "Passw0rd#1");
        form.put("users[0][firstname]", "Fpms1");
        form.put("users[0][lastname]", "Lpms1");
        form.put("users[0][email]", "pms1@example.com");
        form.put("users[0][description]", "x".repeat(9 << 20));
    }

    private static String multipart(Map<String, String> form) {
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        return body.append("--" + BOUNDARY + "--\r\n").toString();
    }
}
