package org.rollcall.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.sandbox.WireRequest.WireAnswer;

/** A call of the practice site as a client makes it, written in one line a call. */
final class SandboxForm {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Map<String, String> pairs = new LinkedHashMap<>();

    static SandboxForm calling(String function) {
        SandboxForm form = new SandboxForm();
        form.pairs.put("wsfunction", function);
        form.pairs.put("moodlewsrestformat", "json");
        return form;
    }

    static SandboxForm creating(List<String> usernames) {
        SandboxForm form = calling("core_user_create_users");
        for (int i = 0; i < usernames.size(); i++) {
            form.with("users[" + i + "][username]", usernames.get(i))
                    .with("users[" + i + "][firstname]", "First")
                    .with("users[" + i + "][lastname]", "Last")
                    .with("users[" + i + "][email]", usernames.get(i) + "@example.com")
                    .with("users[" + i + "][auth]", "oauth2");
        }
        return form;
    }

    SandboxForm with(String name, String value) {
        pairs.put(name, value);
        return this;
    }

    /** The body of the answer. */
    String send(Sandbox sandbox) {
        return answer(sandbox).body();
    }

    WireAnswer answer(Sandbox sandbox) {
        try {
            return new WireRequest("POST", SandboxServer.PATH, Map.of("Content-Type", FORM), body(sandbox))
                    .send(sandbox.url());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The call as the JDK's client sends it. */
    HttpRequest request(Sandbox sandbox) {
        return HttpRequest.newBuilder(sandbox.service())
                .header("Content-Type", FORM)
                .POST(HttpRequest.BodyPublishers.ofString(body(sandbox)))
                .build();
    }

    private String body(Sandbox sandbox) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("wstoken", sandbox.token());
        all.putAll(pairs);
        return ContractVector.encode(all);
    }
}
