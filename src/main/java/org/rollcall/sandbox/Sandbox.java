package org.rollcall.sandbox;

import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.rollcall.sandbox.Seed.TokenSeed;

/**
 * A practice Moodle, listening on loopback until it is closed. It answers Moodle's REST web services with the
 * semantics of a stock Moodle 4.5: batches that are kept or refused whole, warnings, error bodies with HTTP 200, and
 * PHP's silent limits.
 */
public final class Sandbox implements AutoCloseable {
    private final SandboxDatabase database;
    private final Dispatcher dispatcher;
    private final SandboxServer server;
    private final SandboxState state;
    private final List<SandboxToken> tokens;
    private final Faults faults;

    private Sandbox(
            SandboxDatabase database,
            Tables tables,
            Dispatcher dispatcher,
            SandboxServer server,
            List<SandboxToken> tokens,
            Faults faults) {
        this.database = database;
        this.dispatcher = dispatcher;
        this.server = server;
        this.state = new SandboxState(database, tables);
        this.tokens = tokens;
        this.faults = faults;
    }

    /**
     * Starts a sandbox on the options' loopback port.
     *
     * @throws SandboxException if folder, data, seed or port cannot be used
     */
    public static Sandbox start(SandboxOptions options) {
        String yaml = options.seed();
        Seed seed = yaml == null ? SeedReader.practiceSite() : SeedReader.read(yaml);
        Map<String, TokenSeed> tokens = tokens(seed);
        SandboxDatabase database = SandboxDatabase.open(options.folder());
        try {
            Tables tables = new Tables(database.jdbc());
            database.prepare(new SeedLoader(seed, tables, database.jdbc())::load);
            List<MoodleFunction> plugins =
                    options.programPartner() ? ProgramPartner.functions(tables, seed) : List.of();
            List<String> service = service(seed, plugins);
            Dispatcher dispatcher = new Dispatcher(
                    database,
                    new Gatekeeper(seed, service, tokens, database, tables),
                    FunctionTable.on(tables, seed, plugins),
                    Installed.stock(seed.installedLanguages()),
                    settings(seed, options));
            Faults faults = new Faults(Set.copyOf(service));
            seed.faults().forEach(fault -> faults.add(fault.rule()));
            SandboxServer server = SandboxServer.start(options.port(), dispatcher, faults);
            return new Sandbox(database, tables, dispatcher, server, SandboxToken.of(tokens), faults);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static List<String> service(Seed seed, List<MoodleFunction> plugins) {
        return Stream.concat(seed.functions().stream(), plugins.stream().map(MoodleFunction::name))
                .toList();
    }

    private static SiteSettings settings(Seed seed, SandboxOptions options) {
        SiteSettings settings = seed.settings();
        Integer debug = options.debug();
        if (debug != null) {
            settings = settings.with(new Debug(debug, debug == Debug.DEVELOPER));
        }
        Integer limit = options.maxInputVars();
        return limit == null ? settings : settings.withMaxInputVars(limit);
    }

    private static Map<String, TokenSeed> tokens(Seed seed) {
        SecureRandom random = new SecureRandom();
        Map<String, TokenSeed> tokens = new LinkedHashMap<>();
        for (TokenSeed each : seed.tokens()) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            String value = each.value();
            tokens.put(value == null ? HexFormat.of().formatHex(bytes) : value, each);
        }
        return tokens;
    }

    /** The site's address, such as {@code http://127.0.0.1:40123}; the service is at /webservice/rest/server.php. */
    public URI url() {
        return URI.create(server.url());
    }

    /** The first good token of the seed; for the practice site a random one made at each start. */
    public String token() {
        return tokens.stream()
                .filter(SandboxToken::usable)
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** All tokens of the seed, in its order. */
    public List<SandboxToken> tokens() {
        return tokens;
    }

    /** Where the web services are called. */
    public URI service() {
        return url().resolve(SandboxServer.PATH);
    }

    /** What calls meet on their way; at first the faults of the seed. */
    public Faults faults() {
        return faults;
    }

    /** What the site holds now, for tests and rehearsals. */
    public SandboxState state() {
        return state;
    }

    /** The names of the functions called since the start, in order; only the last hundred thousand are kept. */
    public List<String> calls() {
        return dispatcher.calls().names();
    }

    /** Changes the site's settings from the next request on. */
    void change(UnaryOperator<SiteSettings> change) {
        dispatcher.change(change);
    }

    SandboxDatabase database() {
        return database;
    }

    /** Stops listening, waits for the calls under way (10 seconds at most; calls that are delayed are given up) and closes
     * the data. */
    @Override
    public void close() {
        server.close();
        database.close();
    }
}
