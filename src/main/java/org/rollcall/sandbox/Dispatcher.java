package org.rollcall.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** Takes a parsed form through token, function, parameters and transaction to its answer. */
final class Dispatcher {
    static final String IN_MAINTENANCE = "The site is undergoing maintenance and is currently not available";

    private final SandboxDatabase database;
    private final Gatekeeper gatekeeper;
    private final FunctionTable functions;
    private final Installed installed;
    private final CallLog calls = new CallLog();
    private volatile SiteSettings settings;

    Dispatcher(
            SandboxDatabase database,
            Gatekeeper gatekeeper,
            FunctionTable functions,
            Installed installed,
            SiteSettings settings) {
        this.database = database;
        this.gatekeeper = gatekeeper;
        this.functions = functions;
        this.installed = installed;
        this.settings = settings;
    }

    record Answer(boolean json, String body) {}

    SiteSettings settings() {
        return settings;
    }

    CallLog calls() {
        return calls;
    }

    void change(UnaryOperator<SiteSettings> change) {
        settings = change.apply(settings);
    }

    Answer answer(Map<String, Object> form, String siteUrl) {
        Map<String, Object> parameters = new LinkedHashMap<>(form);
        boolean json = "json".equals(parameters.remove("moodlewsrestformat"));
        SiteSettings now = settings;
        try {
            Outcome outcome = runOrFail(parameters, now, siteUrl);
            Description returns = outcome.function().returns();
            String body = json ? JsonAnswer.of(returns, outcome.value()) : XmlAnswer.of(returns, outcome.value());
            return new Answer(json, body);
        } catch (MoodleFault fault) {
            return new Answer(json, json ? JsonAnswer.of(fault, now.debug()) : XmlAnswer.of(fault, now.debug()));
        }
    }

    private record Outcome(
            MoodleFunction function, @Nullable Object value) {}

    private Outcome runOrFail(Map<String, Object> parameters, SiteSettings now, String siteUrl) {
        try {
            return run(parameters, now, siteUrl);
        } catch (DataAccessException e) {
            throw MoodleFault.write(String.valueOf(e.getMessage()));
        }
    }

    private Outcome run(Map<String, Object> parameters, SiteSettings now, String siteUrl) {
        String token = text(parameters.remove("wstoken"));
        String name = text(parameters.remove("wsfunction"));
        Caller caller = gatekeeper.admit(token, now);
        MoodleFunction function = functions.open(name, caller, now);
        calls.add(function.name());
        Arguments arguments = new ParameterCheck(installed, now.debug()).check(function.parameters(), parameters);
        Call call = new Call(caller, now, siteUrl, Instant.now().getEpochSecond());
        @Nullable
        Object value = function.writes()
                ? database.write(() -> function.call(arguments, call))
                : database.read(() -> function.call(arguments, call));
        if (function.returns() != null) {
            new AnswerCheck(installed, now.debug()).check(function.returns(), value);
        }
        return new Outcome(function, value);
    }

    /** The name of the function that a form calls; empty if it names none. */
    static String function(Map<String, Object> form) {
        return text(form.get("wsfunction"));
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
