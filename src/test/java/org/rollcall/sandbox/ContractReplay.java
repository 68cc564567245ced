package org.rollcall.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.rollcall.sandbox.SiteSettings.Maintenance;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** The sites on which vectors are replayed, in the order and with the preparations of {@code replay.yml}. */
final class ContractReplay implements AutoCloseable {
    private final Script script;
    private final String seed;
    private final Map<String, Sandbox> sites = new HashMap<>();
    private final Map<Sandbox, Set<String>> prepared = new HashMap<>();

    /** The content of {@code replay.yml}. */
    record Script(
            Set<String> fresh,
            Map<String, List<String>> order,
            Map<String, List<String>> given,
            Map<String, String> settings,
            Map<String, String> leftOut,
            Map<String, String> leftOutFunctions) {

        boolean leavesOut(ContractVector vector) {
            return leftOut.containsKey(vector.name()) || leftOutFunctions.containsKey(vector.function());
        }
    }

    ContractReplay() throws IOException {
        Object yaml = new Yaml().load(Files.readString(ContractVector.FOLDER.resolve("replay.yml")));
        Map<?, ?> tree = (Map<?, ?>) yaml;
        Map<Object, Object> renamed = new HashMap<>(tree);
        renamed.put("leftOut", renamed.remove("left-out"));
        renamed.put("leftOutFunctions", renamed.remove("left-out-functions"));
        script = JsonMapper.builder().build().convertValue(renamed, Script.class);
        seed = Files.readString(ContractVector.FOLDER.resolve("site.yml"));
    }

    /** The vectors to replay, those named in an order first. */
    static List<ContractVector> ordered() throws IOException {
        try (ContractReplay replay = new ContractReplay()) {
            Map<String, ContractVector> byName = new LinkedHashMap<>();
            ContractVector.all().stream()
                    .filter(vector -> !replay.script.leavesOut(vector))
                    .forEach(vector -> byName.put(vector.name(), vector));
            List<ContractVector> ordered = new ArrayList<>();
            replay.script
                    .order()
                    .values()
                    .forEach(names -> names.forEach(name -> {
                        ContractVector vector = byName.remove(name);
                        if (vector != null) {
                            ordered.add(vector);
                        }
                    }));
            ordered.addAll(byName.values());
            return ordered;
        }
    }

    /** What is left out, vectors and functions, with the reason. */
    Map<String, String> leftOut() {
        Map<String, String> all = new LinkedHashMap<>(script.leftOut());
        all.putAll(script.leftOutFunctions());
        return all;
    }

    /** The site for a vector, set up as it was when the vector was recorded. */
    Sandbox site(ContractVector vector) {
        Sandbox site = script.fresh().contains(vector.series())
                ? replace(vector)
                : sites.computeIfAbsent(vector.series(), series -> start(seed));
        script.given().forEach((name, statements) -> {
            if (vector.name().startsWith(name)
                    && prepared.computeIfAbsent(site, fresh -> new HashSet<>()).add(name)) {
                statements.forEach(sql -> site.database().jdbc().sql(sql).update());
            }
        });
        new ContractAccounts(vector, site).prepare();
        if (vector.name().startsWith("limit.max_input_vars.add_members")) {
            addThousandUsers(site);
        }
        site.change(plain -> setting(vector.name()).apply(settings().with(vector.debug())));
        return site;
    }

    private SiteSettings settings() {
        return SeedReader.read(seed).settings();
    }

    private Sandbox replace(ContractVector vector) {
        Sandbox old = sites.remove(vector.series());
        if (old != null) {
            old.close();
            prepared.remove(old);
        }
        Sandbox site = start(withoutCapabilities(vector.name()));
        sites.put(vector.series(), site);
        return site;
    }

    private static Sandbox start(String seed) {
        return Sandbox.start(SandboxOptions.inMemory().withSeed(seed));
    }

    /** The seed without the capabilities that the token's role lacked, as the end of a vector's name tells. */
    private String withoutCapabilities(String vector) {
        int at = vector.indexOf(".without_");
        if (at < 0) {
            return seed;
        }
        String lacking =
                "(.*_)?" + vector.substring(at + ".without_".length()).replace("mod_view_caps", "mod_[a-z]+_view");
        return seed.lines()
                .filter(line -> !line.strip()
                        .replaceFirst("^- ", "")
                        .replaceAll("[/:]", "_")
                        .matches(lacking))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static void addThousandUsers(Sandbox site) {
        site.database()
                .jdbc()
                .sql("INSERT INTO mdl_user (username, auth, firstname, lastname, email, username_key, email_key,"
                        + " idnumber_key, name_key) SELECT n, 'oauth2', 'F', 'L', n, n, n, '', 'l f' FROM"
                        + " (SELECT 'mvi' || LPAD(CAST(X AS VARCHAR), 4, '0') AS n FROM SYSTEM_RANGE(0, 999))")
                .update();
    }

    private UnaryOperator<SiteSettings> setting(String vector) {
        String name = script.settings().entrySet().stream()
                .filter(entry -> vector.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        return switch (name) {
            case "" -> settings -> settings;
            case "cli-maintenance" -> settings -> changed(settings, Maintenance.CLI, true, true, false, true);
            case "maintenance" -> settings -> changed(settings, Maintenance.PAGE, true, true, false, true);
            case "rest-off" -> settings -> changed(settings, Maintenance.OFF, false, true, false, true);
            case "service-off" -> settings -> changed(settings, Maintenance.OFF, true, false, false, true);
            case "policy-unagreed" -> settings -> changed(settings, Maintenance.OFF, true, true, true, true);
            case "password-policy-off" -> settings -> changed(settings, Maintenance.OFF, true, true, false, false);
            default -> throw new IllegalStateException("no such setting: " + name);
        };
    }

    private static SiteSettings changed(
            SiteSettings settings,
            Maintenance maintenance,
            boolean rest,
            boolean service,
            boolean policyUnagreed,
            boolean passwordPolicy) {
        return new SiteSettings(
                settings.name(),
                settings.debug(),
                settings.maxInputVars(),
                settings.postMaxSize(),
                maintenance,
                rest,
                service,
                policyUnagreed,
                passwordPolicy,
                settings.sameEmailAllowed());
    }

    @Override
    public void close() {
        sites.values().forEach(Sandbox::close);
        sites.clear();
    }
}
